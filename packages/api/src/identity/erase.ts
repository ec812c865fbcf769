import type { Instant, UserId } from '@roster/domain'
import type { Transaction } from '../platform/writer.ts'
import { revokeSessions } from './sessions.ts'

/** Erases what is known of a person. The row stays, so that history can still say that it was the same somebody. */
export async function eraseAccount(tx: Transaction, user: UserId, now: Instant): Promise<void> {
  await revokeSessions(tx, { user })
  await tx
    .updateTable('user')
    .set({
      email: null,
      username: null,
      name: '',
      password_hash: null,
      email_verified_at: null,
      discoverable: 0,
      last_active_at: null,
      deleted_at: now,
    })
    .where('id', '=', user)
    .execute()
  await tx
    .updateTable('member')
    .set({ display_name: null, title: null })
    .where('user_id', '=', user)
    .execute()
  await tx.deleteFrom('one_time_link').where('user_id', '=', user).execute()
  // Mail about the account: what waits would have nobody to go to, and an old address may be among the facts.
  await tx.updateTable('message').set({ facts: '{}' }).where('reference_id', '=', user).execute()
}
