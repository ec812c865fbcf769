import { Refusal } from '@roster/domain'
import type { Call } from '../platform/call.ts'
import { callerFor } from '../platform/open-command.ts'
import { tryCurrentPassword } from './limits.ts'
import { isPasswordOf } from './passwords.ts'
import { type Account, ownAccount } from './store.ts'

/**
 * The caller's account, once they have named its password again: what a stolen session alone must not be enough
 * for. Refuses with `wrong-password` in the field named, `too-many-attempts`, and `not-signed-in`.
 */
export async function confirmedAccount(call: Call, given: string, field: string): Promise<Account> {
  const account = await ownAccount(call.reader, callerFor('signed-in', call.actor))
  const right = await tryCurrentPassword(call, account.id, () => isPasswordOf(account.passwordHash, given))
  if (!right) throw new Refusal('wrong-password', { field })
  return account
}
