import type {
  AssignmentId,
  GroupId,
  Instant,
  MemberId,
  OrganizationId,
  ProjectId,
  RoleId,
  UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import { isPerson } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'

/** What a review looks at: everybody's role at the organization, every role in projects, or those in one project. */
export interface Scope {
  readonly scope: 'organization' | 'projects' | 'project'
  readonly project: ProjectId | null
  /** Only people without activity for so many days; groups are left out then. */
  readonly inactiveDays: number | null
  /** In these projects only: those whose people somebody may see; null for all. */
  readonly open: readonly ProjectId[] | null
}

/** One assignment that a review looks at. */
export interface InScope {
  readonly assignment: AssignmentId
  readonly member: MemberId | null
  readonly group: GroupId | null
  readonly user: UserId | null
  readonly project: ProjectId | null
  readonly role: RoleId
  readonly lastActiveAt: Instant | null
}

const DAY = 86_400_000
/** As many as one review takes; more is for several of them. */
export const MOST_ITEMS = 10_000

/** What is held at this moment within the scope, in the order of names; one more than a review takes, at the most. */
export async function assignmentsIn(
  db: Reads,
  organization: OrganizationId,
  { scope, project, inactiveDays, open }: Scope,
  now: Instant,
): Promise<readonly InScope[]> {
  const before = inactiveDays === null ? null : now - inactiveDays * DAY
  const { rows } = await sql<InScope>`
    select assignment, member, "group", user, project, role, lastActiveAt from (
    select a.id as assignment, a.member_id as member, a.group_id as "group", m.user_id as user,
           a.project_id as project, a.role_id as role, nullif(l.active_at, 0) as lastActiveAt,
           p.name_key as place, ifnull(g.name_key, l.name_key) as name
      from assignment a
      left join member m on m.id = a.member_id
      left join member_listing l on l.member_id = a.member_id
      left join project p on p.id = a.project_id
      left join "group" g on g.id = a.group_id
      where a.organization_id = ${organization} and a.until is null and a.invitation_id is null
        and ${isPerson('a.member_id')}
        and (a.expires_at is null or a.expires_at > ${now})
        and case ${scope}
          when 'organization' then a.project_id is null and a.member_id is not null
          when 'projects' then a.project_id is not null
          else a.project_id = ${project} end
        and ${open === null ? 1 : sql`(a.project_id is null or a.project_id in ${listed(open)})`}
        and (${before} is null or (a.member_id is not null and ifnull(l.active_at, 0) < ${before}))
      -- Before they are put in order: more than a review takes are not worth it.
      limit ${MOST_ITEMS + 1}
    ) order by place, "group" is not null, name, assignment
  `.execute(db)
  return rows
}
