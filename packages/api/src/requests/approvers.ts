import type { Instant, Permission, ProjectId, RoleId, RoleLevel, UserId } from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import { isPerson } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'
import { rolesAt } from '../roles/store.ts'

/** As many get a mail about one request; the others see it on their page. */
const MOST_MAILED = 20

/**
 * Who is told of a request: whoever may invite, or decides about the members of the project, directly or through a
 * group. A project that nobody decides about falls to whoever decides about all.
 */
export async function approversFor(
  db: Reads,
  organization: Organization,
  project: ProjectId | null,
  now: Instant,
): Promise<readonly UserId[]> {
  if (project === null) return everywhere(db, organization, 'invitations.send')
  const roles = await rolesWith(db, organization, 'project', 'project.members.manage')
  const { rows } = await sql<{ user_id: UserId }>`
    with recursive holder as (
      select a.member_id, a.group_id from assignment a
        where a.organization_id = ${organization.id} and a.project_id = ${project} and a.until is null
          and a.invitation_id is null and (a.expires_at is null or a.expires_at > ${now})
          and a.role_id in (select value from json_each(${JSON.stringify(roles)}))
    ), inside (id) as (
      select group_id from holder where group_id is not null
      union
      select g.child_group_id from inside cross join group_member g on g.group_id = inside.id
        where g.organization_id = ${organization.id} and g.child_group_id is not null and g.until is null
    ), approver (id) as (
      select member_id from holder where member_id is not null
      union
      select g.member_id from inside cross join group_member g on g.group_id = inside.id
        where g.organization_id = ${organization.id} and g.member_id is not null and g.until is null
    )
    select m.user_id from approver cross join member m on m.id = approver.id and m.until is null
      where ${isPerson('m.id')}
      limit ${MOST_MAILED}
  `.execute(db)
  return rows.length > 0
    ? rows.map((row) => row.user_id)
    : everywhere(db, organization, 'project.members.manage')
}

/** Those whose role at the organization allows this. */
async function everywhere(
  db: Reads,
  organization: Organization,
  permission: Permission,
): Promise<readonly UserId[]> {
  const roles = await rolesWith(db, organization, 'organization', permission)
  const { rows } = await sql<{ user_id: UserId }>`
    select m.user_id from json_each(${JSON.stringify(roles)}) j
      cross join assignment a on a.organization_id = ${organization.id} and a.role_id = j.value
        and a.until is null and a.member_id is not null and a.project_id is null
      cross join member m on m.id = a.member_id
      where ${isPerson('m.id')}
      limit ${MOST_MAILED}
  `.execute(db)
  return rows.map((row) => row.user_id)
}

async function rolesWith(
  db: Reads,
  organization: Organization,
  level: RoleLevel,
  permission: Permission,
): Promise<readonly RoleId[]> {
  const roles = await rolesAt(db, organization, level)
  return roles.filter((role) => role.permissions.has(permission)).map((role) => role.id)
}
