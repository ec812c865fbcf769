import type { Instant, MessageId } from '@roster/domain'
import { sql } from 'kysely'
import type { MessageState, Row } from '../platform/schema.ts'
import type { Reads, Writer } from '../platform/writer.ts'

/** What became of a message, or when to try again. */
export type Settlement = {
  readonly id: MessageId
  readonly attempts: number
  readonly outcome: string | null
} & (
  | { readonly state: Exclude<MessageState, 'queued'>; readonly at: Instant }
  | { readonly state: 'queued'; readonly next: Instant }
)

/** The messages to try now, those that have waited longest first. */
export function dueMessages(db: Reads, now: Instant, limit: number): Promise<Row<'message'>[]> {
  return db
    .selectFrom('message')
    .selectAll()
    .where('state', '=', sql.lit('queued'))
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** When the next queued message is due. */
export async function nextDue(db: Reads): Promise<Instant | null> {
  const row = await db
    .selectFrom('message')
    .select('next_attempt_at')
    .where('state', '=', sql.lit('queued'))
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_attempt_at ?? null
}

/** Notes what became of messages. Nothing of this is a decision of a person, so it is not audited. */
export function settle(writer: Writer, settlements: readonly Settlement[]): Promise<void> {
  return writer.run(async (tx) => {
    for (const settlement of settlements) {
      const { id, state, attempts, outcome } = settlement
      await tx
        .updateTable('message')
        .set({
          state,
          attempts,
          outcome,
          next_attempt_at: settlement.state === 'queued' ? settlement.next : null,
          settled_at: settlement.state === 'queued' ? null : settlement.at,
        })
        .where('id', '=', id)
        .where('state', '=', sql.lit('queued'))
        .execute()
    }
  })
}
