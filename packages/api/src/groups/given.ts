import {
  type AssignmentId,
  type GroupId,
  type HeldAssignment,
  type Instant,
  type MemberId,
  mayGiveAll,
  mayGiveOneself,
  type Permission,
  type ProjectId,
  permissionsOf,
  type Refusal,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

type Within = Pick<Organization, 'id' | 'policies'>

/** A role that whoever is in a group holds: the group itself holds it, or a group around it does. */
export interface GivenRole {
  readonly assignment: AssignmentId
  /** The group that holds it. */
  readonly holder: GroupId
  readonly role: RoleRef
  readonly permissions: ReadonlySet<Permission>
  readonly project: ProjectId | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly by: UserId | null
  readonly reason: string | null
}

/** Everything that being in a group gives at this moment. */
export async function givenBy(
  db: Reads,
  organization: Within,
  group: GroupId,
  now: Instant,
): Promise<readonly GivenRole[]> {
  return (await givenByEach(db, organization, [group], now)).get(group) ?? []
}

/** The same for each of these groups, by group; one that gives nothing is missing. */
export async function givenByEach(
  db: Reads,
  organization: Within,
  groups: readonly GroupId[],
  now: Instant,
): Promise<ReadonlyMap<GroupId, readonly GivenRole[]>> {
  const { rows } = await sql<GivenRow>`
    with recursive around (start, id) as (
      select value, value from json_each(${JSON.stringify([...new Set(groups)])})
      union
      select around.start, e.group_id from around cross join group_member e
        on e.organization_id = ${organization.id} and e.child_group_id = around.id and e.until is null
    )
    select around.start, a.id, a.group_id, a.project_id, a.since, a.expires_at, a.given_by, a.reason,
           r.id as role_id, r.level, r.key, r.name, r.permissions
      from around cross join assignment a
        on a.organization_id = ${organization.id} and a.group_id = around.id and a.until is null
      join role r on r.id = a.role_id
      where a.expires_at is null or a.expires_at > ${now}
  `.execute(db)
  const given = new Map<GroupId, GivenRole[]>()
  for (const row of rows) {
    const known = given.get(row.start)
    if (known) known.push(roleIn(row, organization))
    else given.set(row.start, [roleIn(row, organization)])
  }
  return given
}

function roleIn(row: GivenRow, { policies }: Within): GivenRole {
  return {
    assignment: row.id,
    holder: row.group_id,
    role: roleRef({ id: row.role_id, key: row.key, name: row.name }),
    permissions: permissionsOf(roleTerms(row), policies),
    project: row.project_id,
    since: row.since,
    expiresAt: row.expires_at,
    by: row.given_by,
    reason: row.reason,
  }
}

interface GivenRow
  extends Pick<Row<'role'>, 'level' | 'key' | 'name' | 'permissions'>,
    Pick<
      Row<'assignment'>,
      'id' | 'project_id' | 'since' | 'expires_at' | 'given_by' | 'reason' | 'role_id'
    > {
  readonly start: GroupId
  readonly group_id: GroupId
}

/** Who wants to change a group, and what they hold. */
export interface Changer {
  readonly held: readonly HeldAssignment[]
  readonly member: MemberId
}

/** Whether somebody may give all of this to a member, or take it from them; more is asked when it is themself. */
export function mayGiveTo(
  { held, member }: Changer,
  given: readonly GivenRole[],
  to: MemberId,
): true | Refusal {
  return to === member ? mayGiveOneself(held, given) : mayGiveAll(held, given)
}
