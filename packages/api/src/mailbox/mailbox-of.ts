import { Refusal } from '@roster/domain'
import type { Mailbox } from '../platform/kept-mail.ts'

/** The mailbox, where there is one. Refuses with `not-found`. */
export function mailboxOf(mailbox: Mailbox | null): Mailbox {
  if (!mailbox) throw new Refusal('not-found')
  return mailbox
}
