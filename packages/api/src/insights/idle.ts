import type { Instant, RoleId } from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'

/** A number of people that is exact up to what is counted, and "at least" beyond. */
export interface Capped {
  readonly people: number
  readonly capped: boolean
}

/** More is not counted, so that the answer costs the same in any organization. */
export const MOST_COUNTED = 10_000

/** How many were last active before a moment, or never. As the filter of the list of members has it. */
export async function idleSince(
  db: Reads,
  { number }: Pick<Organization, 'number'>,
  before: Instant,
): Promise<Capped> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from (
      select 1 from member_listing where number = ${number} and active_at < ${before} limit ${MOST_COUNTED + 1})
  `.execute(db)
  return capped(rows[0]?.people ?? 0)
}

/** How many have never been active here. */
export function neverActive(db: Reads, organization: Pick<Organization, 'number'>): Promise<Capped> {
  return idleSince(db, organization, 1)
}

/** How many hold a role and were last active before a moment, of those who had joined by then. */
export async function idleWithRole(
  db: Reads,
  { number }: Pick<Organization, 'number'>,
  role: RoleId,
  before: Instant,
): Promise<Capped> {
  const { rows } = await sql<{ people: number; held: number }>`
    select count(*) as held, total(active_at < ${before} and joined_at < ${before}) as people from (
      select active_at, joined_at from member_listing where number = ${number} and role_id = ${role}
        limit ${MOST_COUNTED + 1})
  `.execute(db)
  return { people: rows[0]?.people ?? 0, capped: (rows[0]?.held ?? 0) > MOST_COUNTED }
}

function capped(people: number): Capped {
  return { people: Math.min(people, MOST_COUNTED), capped: people > MOST_COUNTED }
}
