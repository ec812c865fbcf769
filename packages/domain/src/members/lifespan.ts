import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** From `since` up to but not including `until`; null is open. Rows that give access are never deleted. */
export type Lifespan = {
  readonly since: Instant
  readonly until: Instant | null
  /** An end known in advance, read off the clock: no sweep can be late. */
  readonly expiresAt?: Instant | null
}

/** Whether it gives access at `now`. */
export function live(lifespan: Lifespan, now: Instant): boolean {
  return lifespan.since <= now && now < endOf(lifespan)
}

/** When it ended, be it by hand or by expiry; null while it has not ended by `now`. */
export function endedAt(lifespan: Lifespan, now: Instant): Instant | null {
  const end = endOf(lifespan)
  return end <= now ? end : null
}

/**
 * A new lifespan beside the earlier ones of the same key: `already-member` while one of them is open. When the
 * clock has gone back behind the end of an earlier one, it begins at that end, so that two never overlap.
 */
export function begin(existing: Iterable<Lifespan>, at: Instant): Lifespan | Refusal {
  let since = at
  for (const earlier of existing) {
    const end = endOf(earlier)
    if (end === Number.POSITIVE_INFINITY || live(earlier, at)) return new Refusal('already-member')
    since = Math.max(since, end)
  }
  return { since, until: null }
}

/** The same lifespan ended at `at`; one that ended before keeps its end, and none ends before it began. */
export function end<L extends Lifespan>(lifespan: L, at: Instant): L & { readonly until: Instant } {
  return { ...lifespan, until: Math.max(lifespan.since, Math.min(at, endOf(lifespan))) }
}

/** Who had access at that moment: the rows that were live then. */
export function asOf<L extends Lifespan>(rows: readonly L[], at: Instant): L[] {
  return rows.filter((row) => live(row, at))
}

function endOf({ until, expiresAt }: Lifespan): number {
  return Math.min(until ?? Number.POSITIVE_INFINITY, expiresAt ?? Number.POSITIVE_INFINITY)
}
