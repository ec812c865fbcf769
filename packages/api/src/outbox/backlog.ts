import type { Instant } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'

const DAY = 24 * 60 * 60 * 1_000

/** How much mail waits, and what did not go through. */
export interface Backlog {
  readonly waiting: number
  /** Of these, tried before and put off by the server or the network. */
  readonly deferred: number
  /** When the one that has waited longest was written. */
  readonly oldest: Instant | null
  /** What the mail server, or the network, said of the one that waits the longest. */
  readonly reason: string | null
  /** Given up within the last seven days. */
  readonly failedLately: number
}

/** The state of the outbox. */
export async function outboxBacklog(db: Reads, now: Instant): Promise<Backlog> {
  const { rows } = await sql<{ waiting: number; deferred: number; oldest: number | null }>`
    select count(*) as waiting, ifnull(sum(attempts > 0), 0) as deferred, min(created_at) as oldest
      from message where state = 'queued'
  `.execute(db)
  const [said] = (
    await sql<{ outcome: string }>`
      select outcome from message where state = 'queued' and outcome is not null order by created_at limit 1
    `.execute(db)
  ).rows
  const failed = await sql<{ count: number }>`
    select count(*) as count from message where state = 'failed' and settled_at > ${now - 7 * DAY}
  `.execute(db)
  const { waiting = 0, deferred = 0, oldest = null } = rows[0] ?? {}
  return {
    waiting,
    deferred,
    oldest,
    reason: said?.outcome ?? null,
    failedLately: failed.rows[0]?.count ?? 0,
  }
}

/**
 * Gives up all mail that waits, with the reason, and answers how much that was: whoever looks sees why it was not
 * sent, and may send it again. For data out of a backup, whose mail may have gone out since.
 */
export async function setMailAside(tx: Transaction, now: Instant, reason: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('message')
    .set({ state: 'failed', next_attempt_at: null, settled_at: now, outcome: reason })
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
