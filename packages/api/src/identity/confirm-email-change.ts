import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { profileChanged } from '../members/listing.ts'
import { IdOf, LinkSecret } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { tryLink } from './limits.ts'
import { emailChangedMail } from './mails.ts'
import { openLink, spendLink, voidLinks } from './one-time-links.ts'
import { accountById, keepEmailUnique } from './store.ts'

/**
 * Moves an account to the address whose mailbox the link was opened from, and tells the old one. Links mailed to the
 * old address are void. Refuses with `link-invalid`, `email-taken` when somebody was faster, and
 * `too-many-attempts`.
 */
export const confirmEmailChange = openCommand({
  opensTo: 'anyone',
  records: 'identity.email-changed',
  input: z.strictObject({ link: IdOf('otl'), secret: LinkSecret }),
  async prepare(call, { link: id, secret }) {
    await tryLink(call, () => openLink(call.reader, call, { purpose: 'change-email', id, secret }))
  },
  async run(context, { link: id, secret }) {
    const { tx, now } = context
    const link = await spendLink(tx, context, { purpose: 'change-email', id, secret })
    const account = link.user && (await accountById(tx, link.user))
    if (!account || !link.email) throw new Refusal('link-invalid')
    await keepEmailUnique(tx, link.email, account.id)
    await voidLinks(tx, now, account.id, ['verify-email', 'reset-password', 'change-email'])
    await tx
      .updateTable('user')
      .set({ email: link.email, email_verified_at: now })
      .where('id', '=', account.id)
      .execute()
    const shownIn = await profileChanged(tx, account.id)
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id }, actor: account.id },
      outbox: [emailChangedMail(account.id, link.id, account.email)],
      people: [account.id],
      shownIn,
    }
  },
})
