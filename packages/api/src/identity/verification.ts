import type { Instant } from '@roster/domain'
import { profileChanged } from '../members/listing.ts'
import type { Transaction } from '../platform/writer.ts'
import { voidLinks } from './one-time-links.ts'
import type { Account } from './store.ts'

/** Notes that an account's address is its owner's, which a mailed link has shown; links that would show it are void. */
export async function proveAddress(tx: Transaction, now: Instant, account: Account): Promise<void> {
  await voidLinks(tx, now, account.id, ['verify-email'])
  if (account.verifiedAt !== null) return
  await tx.updateTable('user').set({ email_verified_at: now }).where('id', '=', account.id).execute()
  await profileChanged(tx, account.id)
}
