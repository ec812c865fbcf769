import type { Instant } from '@roster/domain'
import { sql } from 'kysely'

/** The end of a row that has begun: now, but the clock may have been set back meanwhile, and nothing ends before it began. */
export function noEarlier(now: Instant) {
  return sql<Instant>`max(since, ${now})`
}
