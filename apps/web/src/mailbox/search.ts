/** Which mail of the mailbox is open, and which of its parts. */
export interface MailboxSearch {
  mail?: string
  part?: 'text'
}

/** What the address says; anything else is left out. */
export function mailboxSearch({ mail, part }: Record<string, unknown>): MailboxSearch {
  return {
    ...(typeof mail === 'string' && mail !== '' && { mail }),
    ...(part === 'text' && { part }),
  }
}
