/** Which mail of the mailbox is open, and which of its parts. */
export interface MailboxSearch {
  mail?: string | undefined
  part?: 'text' | undefined
}

/** What the address says; what makes no sense counts as left out. */
export function mailboxSearch({ mail, part }: Record<string, unknown>): MailboxSearch {
  // Both keys are there, also without a value: a key left out would keep what the address says.
  return {
    mail: typeof mail === 'string' && mail !== '' ? mail : undefined,
    part: part === 'text' ? part : undefined,
  }
}
