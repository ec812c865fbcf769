import { setImmediate } from 'node:timers/promises'
import type { AuditAction, Instant, UserId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'

/** Which entries of a chain are wanted; a person counts as actor and as target. */
export interface AuditFilter {
  readonly person?: UserId | undefined
  readonly action?: AuditAction | undefined
  /** From this moment on. */
  readonly from?: Instant | undefined
  /** Up to but not including this moment. */
  readonly to?: Instant | undefined
}

/** A place in the trail; the time counts only where time leads. */
interface Place {
  readonly sequence: number
  readonly at: Instant
}

/** Entries looked at in one go: few at first, since mostly the next few match; at most what takes some milliseconds. */
const FEWEST = 64
const MOST = 1_024

/**
 * Walks the trail from the newest entry, or from the one after `after`, and yields the sequence numbers that
 * match. One index leads (time if a time was asked for, else the person, else the action) and the rest is
 * compared, giving way to others in between, so that a rare match among a million blocks nobody. Answers whether
 * it came to the end of the trail, rather than to `most` entries looked at.
 */
export async function* walk(
  db: Reads,
  chain: string,
  filter: AuditFilter,
  after: number | null,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<number, boolean> {
  let place = after === null ? null : await placeOf(db, chain, after)
  let batch = FEWEST
  for (let seen = 0; seen < most; seen += batch, batch = Math.min(batch * 2, MOST)) {
    const candidates = await candidatesAfter(db, chain, filter, place, batch)
    yield* await matching(db, chain, filter, candidates)
    place = candidates.at(-1) ?? null
    if (!place || candidates.length < batch) return true
    if (batch === MOST) await setImmediate()
  }
  return false
}

/** Whether anything but the sequence decides. */
export function isFiltered({ person, action, from, to }: AuditFilter): boolean {
  return person !== undefined || action !== undefined || from !== undefined || to !== undefined
}

async function placeOf(db: Reads, chain: string, sequence: number): Promise<Place> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'at'])
    .where('chain', '=', chain)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row ?? { sequence, at: Number.MAX_SAFE_INTEGER }
}

/** The next entries along the index that leads. */
async function candidatesAfter(
  db: Reads,
  chain: string,
  { person, action, from, to }: AuditFilter,
  place: Place | null,
  batch: number,
): Promise<readonly Place[]> {
  if (from !== undefined || to !== undefined) {
    const until = place
      ? sql`(at, sequence) < (${place.at}, ${place.sequence})`
      : sql`at < ${to ?? Number.MAX_SAFE_INTEGER}`
    const { rows } = await sql<Place>`
      select sequence, at from audit_entry indexed by audit_by_at
        where chain = ${chain} and at >= ${from ?? 0} and ${until}
        order by at desc, sequence desc limit ${batch}
    `.execute(db)
    return rows
  }
  const before = place?.sequence ?? Number.MAX_SAFE_INTEGER
  const along = async (condition: RawBuilder<unknown>) => {
    const { rows } = await sql<Place>`
      select sequence, 0 as at from audit_entry ${condition} and sequence < ${before}
        order by sequence desc limit ${batch}
    `.execute(db)
    return rows
  }
  // Left to itself, SQLite walks the primary key and reads every entry on the way.
  if (person === undefined && action === undefined) return along(sql`where chain = ${chain}`)
  if (person === undefined) {
    return along(sql`indexed by audit_by_action where chain = ${chain} and action = ${action}`)
  }
  const acted = await along(sql`indexed by audit_by_actor where chain = ${chain} and actor_id = ${person}`)
  const affected = await along(
    sql`indexed by audit_by_target where chain = ${chain} and target_id = ${person}`,
  )
  return merged(acted, affected).slice(0, batch)
}

/** Both lists as one, newest first, each entry once. */
function merged(acted: readonly Place[], affected: readonly Place[]): readonly Place[] {
  const bySequence = new Map([...acted, ...affected].map((place) => [place.sequence, place]))
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence)
}

/** Those of the candidates that match what the leading index does not say. */
async function matching(
  db: Reads,
  chain: string,
  { person, action, from, to }: AuditFilter,
  candidates: readonly Place[],
): Promise<readonly number[]> {
  const timeLeads = from !== undefined || to !== undefined
  const compared = timeLeads
    ? person !== undefined || action !== undefined
    : person !== undefined && action !== undefined
  const sequences = candidates.map((candidate) => candidate.sequence)
  if (!compared || sequences.length === 0) return sequences
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'action', 'actor_id', 'target_id'])
    .where('chain', '=', chain)
    .where('sequence', 'in', listed(sequences))
    .execute()
  const matched = new Set(
    rows
      .filter((row) => person === undefined || row.actor_id === person || row.target_id === person)
      .filter((row) => action === undefined || row.action === action)
      .map((row) => row.sequence),
  )
  return sequences.filter((sequence) => matched.has(sequence))
}
