import {
  type AssignmentId,
  expand,
  type GroupEdge,
  type GroupId,
  type Instant,
  type MemberId,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
  type RoleId,
  type UserId,
} from '@roster/domain'
import type { GroupRef } from '../groups/target.ts'
import type { Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { ProjectRef } from '../projects/rows.ts'
import type { RoleRef } from '../roles/store.ts'
import { edgesAbove, type Place, placesOf } from './around.ts'
import { type Role, roleOf } from './standing-rows.ts'

/** Something given to a member or to a group around them that has not been ended. */
export interface Given {
  readonly id: AssignmentId
  readonly role: RoleRef
  readonly permissions: ReadonlySet<Permission>
  readonly project: ProjectRef | null
  readonly via: GroupId | null
  /** From the group that holds it to the one the member is in. */
  readonly path: readonly GroupRef[]
  readonly place: { readonly since: Instant; readonly by: UserId | null } | null
  readonly by: UserId | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly expired: boolean
  readonly reason: string | null
}

type Within = { readonly id: OrganizationId; readonly policies: OrganizationPolicies }

/**
 * Everything given to a member, directly and through groups at any depth: at the organization and at one project,
 * or with null at all of them. Null for somebody who is no member.
 */
export async function givenTo(
  db: Reads,
  organization: Within,
  member: MemberId,
  now: Instant,
  project: ProjectId | null,
): Promise<readonly Given[] | null> {
  const there = await db
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('id', '=', member)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!there) return null
  const places = await placesOf(db, organization.id, [member])
  const direct = places.map((place) => place.group)
  const edges = await edgesAbove(db, organization.id, direct)
  const groups = [...expand(direct, edges)]
  const rows = await given(db, {
    ...{ organization: organization.id, member, project },
    groups: JSON.stringify(groups),
  })
  const names = await namesOf(db, organization.id, groups)
  return readable(rows, { policies: organization.policies, now, paths: pathsFrom(places, edges), names })
}

/** The shortest way from each group down to the one the member is in, the group itself first. */
export function pathsFrom(
  places: readonly Place[],
  edges: readonly GroupEdge[],
): ReadonlyMap<GroupId, { readonly path: readonly GroupId[]; readonly place: Place }> {
  const paths = new Map(places.map((place) => [place.group, { path: [place.group], place }]))
  const above = Map.groupBy(edges, (edge) => edge.child)
  // A map visits what is added while it is walked, nearest first.
  for (const [group, { path, place }] of paths) {
    for (const { parent } of above.get(group) ?? []) {
      if (!paths.has(parent)) paths.set(parent, { path: [parent, ...path], place })
    }
  }
  return paths
}

interface Reading {
  readonly policies: OrganizationPolicies
  readonly now: Instant
  readonly paths: ReturnType<typeof pathsFrom>
  readonly names: ReadonlyMap<GroupId, string>
}

function readable(rows: readonly GivenRow[], { policies, now, paths, names }: Reading): readonly Given[] {
  const roles = new Map<RoleId, Role>()
  const ways = new Map<GroupId, readonly GroupRef[]>()
  const wayTo = (group: GroupId) => {
    const known = ways.get(group)
    if (known) return known
    const way = (paths.get(group)?.path ?? []).map((id) => ({ id, name: names.get(id) ?? '' }))
    ways.set(group, way)
    return way
  }
  return rows.map((row): Given => {
    const role = roles.get(row.role_id) ?? roleOf({ ...row, id: row.role_id, name: row.role_name }, policies)
    roles.set(row.role_id, role)
    const place = row.group_id ? paths.get(row.group_id)?.place : null
    return {
      id: row.id,
      role: { id: role.id, key: role.key, name: role.name },
      permissions: role.permissions,
      project:
        row.project_id === null
          ? null
          : { id: row.project_id, name: row.project_name ?? '', archived: row.archived_at !== null },
      via: row.group_id,
      path: row.group_id ? wayTo(row.group_id) : [],
      place: place ? { since: place.since, by: place.by } : null,
      by: row.given_by,
      since: row.since,
      expiresAt: row.expires_at,
      expired: row.expires_at !== null && row.expires_at <= now,
      reason: row.reason,
    }
  })
}

async function namesOf(
  db: Reads,
  organization: OrganizationId,
  groups: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, string>> {
  const rows = await named(db, { organization, groups: JSON.stringify(groups) })
  return new Map(rows.map((row) => [row.id, row.name]))
}

const named = statement<
  { readonly organization: OrganizationId; readonly groups: string },
  { readonly id: GroupId; readonly name: string }
>(`
  select g.id, g.name from json_each(:groups) j
    cross join "group" g on g.id = j.value and g.organization_id = :organization
`)

interface GivenRow
  extends Pick<
      Row<'assignment'>,
      'id' | 'group_id' | 'project_id' | 'since' | 'expires_at' | 'given_by' | 'reason' | 'role_id'
    >,
    Pick<Row<'role'>, 'level' | 'key' | 'permissions'> {
  readonly role_name: string
  readonly project_name: string | null
  readonly archived_at: Instant | null
}

const COLUMNS = `
  a.id, a.group_id, a.project_id, a.since, a.expires_at, a.given_by, a.reason,
  r.id as role_id, r.level, r.key, r.permissions, r.name as role_name, p.name as project_name, p.archived_at`
const AT = `(:project is null or a.project_id is null or a.project_id = :project)`

// Organization first, so that what counts everywhere comes first among the reasons.
const given = statement<
  {
    readonly organization: OrganizationId
    readonly member: MemberId
    readonly groups: string
    readonly project: ProjectId | null
  },
  GivenRow
>(`
  select ${COLUMNS} from assignment a join role r on r.id = a.role_id left join project p on p.id = a.project_id
    where a.organization_id = :organization and a.member_id = :member and a.project_id is null and a.until is null
  union all
  select ${COLUMNS} from assignment a join role r on r.id = a.role_id left join project p on p.id = a.project_id
    where a.organization_id = :organization and a.member_id = :member and a.project_id is not null
      and a.until is null and ${AT}
  union all
  select ${COLUMNS} from json_each(:groups) j
    cross join assignment a on a.organization_id = :organization and a.group_id = j.value and a.until is null
    join role r on r.id = a.role_id left join project p on p.id = a.project_id
    where ${AT}
`)
