import type { Instant, UserId } from '@roster/domain'
import type { Transaction } from '../platform/writer.ts'
import { voidLinks } from './one-time-links.ts'
import { revokeSessions } from './sessions.ts'
import { keepPassword } from './store.ts'

/**
 * Keeps a new password and ends whatever was opened with the old one or could get around the new one: every
 * session, and every open link to choose a password or to move the account to another address (ASVS 7.4.3).
 */
export async function changePasswordOf(
  tx: Transaction,
  now: Instant,
  user: UserId,
  passwordHash: string,
): Promise<void> {
  await keepPassword(tx, user, passwordHash)
  await revokeSessions(tx, { user })
  await voidLinks(tx, now, user, ['reset-password', 'change-email'])
}
