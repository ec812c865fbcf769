import { setImmediate } from 'node:timers/promises'
import type { AuditAction, Instant, UserId } from '@roster/domain'
import { sql } from 'kysely'
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

/** A place in the trail. */
interface Place {
  readonly sequence: number
  readonly at: Instant
}

interface Candidate extends Place {
  readonly action: string
  readonly actor_id: string | null
  readonly target_id: string | null
}

/** Entries looked at in one go: few at first, since mostly the next few match; at most what takes some milliseconds. */
const FEWEST = 64
const MOST = 1_024

/**
 * Walks the trail from the newest entry, or from the one after `after`, and yields the sequence numbers that
 * match. One index leads (time if a time was asked for, else the person, else the action, else the sequence) and
 * the rest is compared, giving way to others in between, so that a rare match among a million blocks nobody.
 * Answers whether it came to the end of the trail, rather than to `most` entries looked at.
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
    for (const candidate of candidates) if (matches(candidate, filter)) yield candidate.sequence
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

function matches(candidate: Candidate, { person, action, from, to }: AuditFilter): boolean {
  return (
    (person === undefined || candidate.actor_id === person || candidate.target_id === person) &&
    (action === undefined || candidate.action === action) &&
    (from === undefined || candidate.at >= from) &&
    (to === undefined || candidate.at < to)
  )
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

async function candidatesAfter(
  db: Reads,
  chain: string,
  { person, action, from, to }: AuditFilter,
  place: Place | null,
  batch: number,
): Promise<readonly Candidate[]> {
  const inChain = db
    .selectFrom('audit_entry')
    .select(['sequence', 'at', 'action', 'actor_id', 'target_id'])
    .where('chain', '=', chain)
    .limit(batch)
  if (from !== undefined || to !== undefined) {
    let byTime = inChain.orderBy('at', 'desc').orderBy('sequence', 'desc')
    if (from !== undefined) byTime = byTime.where('at', '>=', from)
    if (place) byTime = byTime.where(sql<boolean>`(at, sequence) < (${place.at}, ${place.sequence})`)
    else if (to !== undefined) byTime = byTime.where('at', '<', to)
    return byTime.execute()
  }
  const bySequence = place ? inChain.where('sequence', '<', place.sequence) : inChain
  const newestFirst = bySequence.orderBy('sequence', 'desc')
  if (person !== undefined) {
    const acted = await newestFirst.where('actor_id', '=', person).execute()
    const affected = await newestFirst.where('target_id', '=', person).execute()
    return merged(acted, affected).slice(0, batch)
  }
  return (action === undefined ? newestFirst : newestFirst.where('action', '=', action)).execute()
}

/** Both lists as one, newest first, each entry once. */
function merged(acted: readonly Candidate[], affected: readonly Candidate[]): readonly Candidate[] {
  const bySequence = new Map([...acted, ...affected].map((candidate) => [candidate.sequence, candidate]))
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence)
}
