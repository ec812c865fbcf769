import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { Email, Password } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { beginSession } from './begin-session.ts'
import { trySignIn } from './limits.ts'
import { isPasswordOf } from './passwords.ts'
import { type Account, accountByEmail, accountById } from './store.ts'

/**
 * Begins a session with an address and its password. Refuses with `wrong-credentials`, in the same words and after
 * the same work whether the account exists, is disabled, or was never verified; with `too-many-attempts` and `busy`.
 */
export const signIn = openCommand({
  opensTo: 'anyone',
  records: 'identity.signed-in',
  input: z.strictObject({ email: Email, password: Password }),
  async prepare(call, { email, password }) {
    const account = await accountByEmail(call.reader, email)
    const wasRight = await trySignIn(call, email, account?.id ?? null)
    const matches = await isPasswordOf(account?.passwordHash, password)
    if (!account || !matches || !mayComeIn(account)) throw new Refusal('wrong-credentials')
    await wasRight(account.id)
    return account
  },
  async run(context, _, checked) {
    const account = await accountById(context.tx, checked.id)
    // While the password was being checked, it may have been changed, or the account disabled.
    if (account?.passwordHash !== checked.passwordHash) throw new Refusal('wrong-credentials')
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id }, actor: account.id },
      session: await beginSession(context, account.id),
    }
  },
})

/**
 * An account of an open sign-up stays shut until its mailbox is proved; otherwise signing up with somebody's address
 * and then signing in would tell whether there was an account before.
 */
function mayComeIn(account: Account): boolean {
  return account.verifiedAt !== null || account.lastActiveAt !== null
}
