import { z } from 'zod'
import { openQuery } from '../platform/query.ts'
import { mailboxOf } from './mailbox-of.ts'

/** What would have been sent, newest first. There is no such page where mail is real: `not-found`. */
export const listMailbox = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({}),
  async run({ mailbox }) {
    return mailboxOf(mailbox)
      .list()
      .map(({ id, to, subject, sentAt }) => ({ id, to, subject, sentAt }))
  },
})
