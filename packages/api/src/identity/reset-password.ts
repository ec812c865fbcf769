import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { IdOf, LinkSecret, Password } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import type { Reads } from '../platform/writer.ts'
import { beginSession } from './begin-session.ts'
import { tryLink } from './limits.ts'
import { passwordChangedMail } from './mails.ts'
import { type OpenedLink, openLink, spendLink } from './one-time-links.ts'
import { changePasswordOf } from './password-change.ts'
import { hashChosen } from './passwords.ts'
import { type Account, accountById } from './store.ts'
import { proveAddress } from './verification.ts'

/**
 * Chooses a new password with a mailed link: every session of the account ends and one begins here. The mail has
 * reached its owner, so the address counts as verified. Refuses with `link-invalid`, also for accounts that are
 * disabled or have another address by now, `weak-password`, `too-many-attempts` and `busy`.
 */
export const resetPassword = openCommand({
  opensTo: 'anyone',
  records: 'identity.password-reset',
  input: z.strictObject({ link: IdOf('otl'), secret: LinkSecret, password: Password }),
  async prepare(call, { link: id, secret, password }) {
    const account = await tryLink(call, async () =>
      accountBehind(
        call.reader,
        await openLink(call.reader, call, { purpose: 'reset-password', id, secret }),
      ),
    )
    return hashChosen(password, account, 'password')
  },
  async run(context, { link: id, secret }, passwordHash) {
    const { tx, now } = context
    const link = await spendLink(tx, context, { purpose: 'reset-password', id, secret })
    const account = await accountBehind(tx, link)
    await changePasswordOf(tx, now, account.id, passwordHash)
    await proveAddress(tx, now, account)
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id }, actor: account.id },
      outbox: [passwordChangedMail(context, account.id)],
      people: [account.id],
      session: await beginSession(context, account.id),
    }
  },
})

async function accountBehind(db: Reads, link: OpenedLink): Promise<Account> {
  const account = link.user && (await accountById(db, link.user))
  if (!account || account.email !== link.email) throw new Refusal('link-invalid')
  return account
}
