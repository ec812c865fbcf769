import type { GroupId, Instant, MemberId, OrganizationId, ProjectId, RoleId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** More people than this are not counted one by one. */
export const MOST_COUNTED = 10_000

type Of = { readonly organization: OrganizationId; readonly role: RoleId; readonly now: Instant }

/** Everybody a role reaches at this moment, directly or through groups and the groups in them, each once. */
const reached = ({ organization, role, now }: Of) => sql`
  with recursive through (id) as (
    select group_id from assignment
      where organization_id = ${organization} and role_id = ${role} and until is null and group_id is not null
        and (expires_at is null or expires_at > ${now})
    union
    select child.child_group_id from through cross join group_member child
      on child.organization_id = ${organization} and child.group_id = through.id
      where child.until is null and child.child_group_id is not null
  ), reached (member) as (
    select member_id from assignment
      where organization_id = ${organization} and role_id = ${role} and until is null and member_id is not null
        and (expires_at is null or expires_at > ${now})
    union
    select place.member_id from through cross join group_member place
      on place.organization_id = ${organization} and place.group_id = through.id
      where place.until is null and place.member_id is not null
    limit ${MOST_COUNTED + 1}
  )`

/** How many people a role reaches, each once; more than `MOST_COUNTED` are not told apart. */
export async function countPeopleWith(db: Reads, of: Of): Promise<number> {
  const { rows } = await sql<{
    people: number
  }>`${reached(of)} select count(*) as people from reached`.execute(db)
  return rows[0]?.people ?? 0
}

/** The first of them by name. */
export async function peopleWith(
  db: Reads,
  of: Of,
  most: number,
): Promise<readonly { readonly member: MemberId; readonly user: UserId }[]> {
  const { rows } = await sql<{ member: MemberId; user: UserId }>`
    ${reached(of)}
    select l.member_id as member, l.user_id as user from reached r
      cross join member_listing l on l.member_id = r.member
      order by l.name_key, l.member_id limit ${most}
  `.execute(db)
  return rows
}

/** In which projects a role is held, and by how many there. */
export async function projectsWith(
  db: Reads,
  { organization, role }: Of,
): Promise<readonly { readonly project: ProjectId; readonly members: number; readonly groups: number }[]> {
  const { rows } = await sql<{ project: ProjectId; members: number; groups: number }>`
    select project_id as project, count(member_id) as members, count(group_id) as groups
      from assignment
      where organization_id = ${organization} and role_id = ${role} and until is null
        and project_id is not null and invitation_id is null
      group by project_id order by count(*) desc, project_id
  `.execute(db)
  return rows
}

/** Groups by id, for their names. */
export async function groupNames(
  db: Reads,
  organization: OrganizationId,
  groups: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, string>> {
  const { rows } = await sql<{ id: GroupId; name: string }>`
    select id, name from "group" where organization_id = ${organization}
      and id in (select value from json_each(${JSON.stringify(groups)}))
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
