import type { Instant, MemberId, OrganizationId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../../platform/writer.ts'

/** How many projects and groups somebody is in directly. */
export interface StandingCounts {
  readonly projects: number
  readonly groups: number
}

/** What a membership would take with it at its end, in numbers. */
export async function standingCounts(
  db: Reads,
  organization: OrganizationId,
  member: MemberId,
  now: Instant,
): Promise<StandingCounts> {
  const { rows } = await sql<StandingCounts>`
    select
      (select count(*) from assignment
        where organization_id = ${organization} and member_id = ${member} and project_id is not null
          and until is null and (expires_at is null or expires_at > ${now})) as projects,
      (select count(*) from group_member
        where organization_id = ${organization} and member_id = ${member} and until is null) as groups
  `.execute(db)
  return rows[0] ?? { projects: 0, groups: 0 }
}
