import type { Instant } from '@roster/domain'
import { sql } from 'kysely'
import type { Transaction } from '../platform/writer.ts'

/**
 * Gives up every delivery that waits, with the reason, and begins with what comes next; answers how many that were.
 * For data out of a backup, whose events may have been sent since. Whoever wants one all the same sends it again.
 */
export async function setDeliveriesAside(tx: Transaction, now: Instant, reason: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('webhook_delivery')
    .set({ state: 'failed', next_attempt_at: null, settled_at: now, last_reason: reason })
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  await sql`
    update webhook set position = max(position, ifnull(
      (select max(sequence) from audit_entry where chain = webhook.organization_id), 0))
    where until is null
  `.execute(tx)
  return Number(numUpdatedRows)
}
