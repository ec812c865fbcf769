import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { openQuery } from '../platform/query.ts'
import { mailboxOf } from './mailbox-of.ts'

/** One kept mail with both its parts. Refuses with `not-found`. */
export const getMailboxMail = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({ id: z.string().max(300) }),
  async run({ mailbox }, { id }) {
    const mail = mailboxOf(mailbox)
      .list()
      .find((kept) => kept.id === id)
    if (!mail) throw new Refusal('not-found')
    return mail
  },
})
