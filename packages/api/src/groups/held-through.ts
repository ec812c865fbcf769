import {
  type AssignmentId,
  expand,
  type GroupEdge,
  type GroupId,
  type Instant,
  type MemberId,
  type Permission,
  type ProjectId,
  permissionsOf,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** An assignment that is live, and who holds it: a member or a group. */
export interface HeldRole {
  readonly id: AssignmentId
  readonly holder: MemberId | GroupId
  readonly role: RoleRef
  readonly permissions: ReadonlySet<Permission>
  readonly scope: 'organization' | ProjectId
}

/** Some people with everything that decides what they hold, so that it can be asked what if. */
export interface Standings {
  readonly people: readonly { readonly member: MemberId; readonly user: UserId; readonly name: string }[]
  readonly places: readonly { readonly member: MemberId; readonly group: GroupId }[]
  readonly edges: readonly GroupEdge[]
  readonly roles: readonly HeldRole[]
}

/** Reads where these people stand: their groups, the groups around those, and all that they or those hold. */
export async function standingsOf(
  db: Reads,
  organization: Pick<Organization, 'id' | 'policies'>,
  members: readonly MemberId[],
  now: Instant,
): Promise<Standings> {
  const asked = JSON.stringify(members)
  const { rows: people } = await sql<Standings['people'][number]>`
    select l.member_id as member, l.user_id as user, ifnull(l.display_name, l.own_name) as name
      from json_each(${asked}) j cross join member m on m.organization_id = ${organization.id} and m.id = j.value
        and m.until is null
      join member_listing l on l.member_id = m.id
      order by j.key
  `.execute(db)
  const { rows: places } = await sql<Standings['places'][number]>`
    select p.member_id as member, p.group_id as "group" from json_each(${asked}) j
      cross join group_member p
        on p.organization_id = ${organization.id} and p.member_id = j.value and p.until is null
  `.execute(db)
  const groups = JSON.stringify([...new Set(places.map((place) => place.group))])
  const { rows: edges } = await sql<GroupEdge>`
    with recursive around (id) as (
      select value from json_each(${groups})
      union
      select e.group_id from around cross join group_member e
        on e.organization_id = ${organization.id} and e.child_group_id = around.id and e.until is null
    )
    select e.group_id as parent, e.child_group_id as child from around cross join group_member e
      on e.organization_id = ${organization.id} and e.child_group_id = around.id and e.until is null
  `.execute(db)
  const reached = [
    ...expand(
      places.map((place) => place.group),
      edges,
    ),
  ]
  const { rows: held } = await sql<HeldRow>`
    select a.id, a.member_id, a.group_id, a.project_id, a.expires_at,
           r.id as role_id, r.level, r.key, r.name, r.permissions
      from json_each(${asked}) j cross join assignment a
        on a.organization_id = ${organization.id} and a.member_id = j.value and +a.until is null
      join role r on r.id = a.role_id
    union all
    select a.id, a.member_id, a.group_id, a.project_id, a.expires_at,
           r.id as role_id, r.level, r.key, r.name, r.permissions
      from json_each(${JSON.stringify(reached)}) j cross join assignment a
        on a.organization_id = ${organization.id} and a.group_id = j.value and a.until is null
      join role r on r.id = a.role_id
  `.execute(db)
  const roles = held.flatMap((row): HeldRole[] => {
    const holder = row.member_id ?? row.group_id
    if (!holder || (row.expires_at !== null && row.expires_at <= now)) return []
    return [
      {
        id: row.id,
        holder,
        role: roleRef({ id: row.role_id, key: row.key, name: row.name }),
        permissions: permissionsOf(roleTerms(row), organization.policies),
        scope: row.project_id ?? 'organization',
      },
    ]
  })
  return { people, places, edges, roles }
}

type HeldRow = Pick<Row<'role'>, 'level' | 'key' | 'name' | 'permissions'> &
  Pick<Row<'assignment'>, 'id' | 'member_id' | 'group_id' | 'project_id' | 'expires_at' | 'role_id'>

/** What one of them holds, by themself and through their groups, if only these places and edges counted. */
export function heldBy(
  { places, edges, roles }: Standings,
  member: MemberId,
  without: (step: { readonly place: GroupId } | GroupEdge) => boolean = () => false,
): readonly HeldRole[] {
  const own = places.filter((place) => place.member === member && !without({ place: place.group }))
  const through = expand(
    own.map((place) => place.group),
    edges.filter((edge) => !without(edge)),
  )
  const holders = new Set<MemberId | GroupId>([member, ...through])
  return roles.filter(({ holder }) => holders.has(holder))
}
