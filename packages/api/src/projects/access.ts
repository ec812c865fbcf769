import type { AssignmentId, GroupId, Instant, MemberId, OrganizationId, UserId } from '@roster/domain'
import { type Person, peopleOf } from '../platform/people.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { RoleRef } from '../roles/store.ts'
import type { HeldThere } from './holders.ts'
import type { Reach } from './reach.ts'
import { type ProjectRoles, refOf } from './roles.ts'

/** A group as other things point at it. */
export interface GroupRef {
  readonly id: GroupId
  readonly name: string
}

/** A role given to somebody in person. */
export interface DirectAccess {
  readonly assignment: AssignmentId
  readonly role: RoleRef
  readonly since: Instant
  /** When it ends by itself; past, it allows nothing any more. */
  readonly expiresAt: Instant | null
  readonly by: Person | null
  readonly reason: string | null
}

/** A role that somebody has because they are in a group, or in one inside it. */
export interface GroupAccess {
  readonly group: GroupRef
  readonly role: RoleRef
  readonly assignment: AssignmentId
  readonly expiresAt: Instant | null
}

export interface Access {
  readonly direct: DirectAccess | null
  readonly through: readonly GroupAccess[]
}

/** How each of these people comes to be in a project. */
export async function accessOf(
  db: Reads,
  reach: Reach,
  roles: ProjectRoles,
  members: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, Access>> {
  const { organization, project } = reach
  const asked = { organization, members: JSON.stringify(members) }
  const direct = await directOf(db, { ...asked, project })
  const givers = await peopleOf(
    db,
    organization,
    direct.flatMap((row) => row.by ?? []),
  )
  const places = await placesOf(db, { ...asked, groups: JSON.stringify([...reach.inside.keys()]) })
  const groupsOf = Map.groupBy(places, (row) => row.member_id)
  const directBy = new Map(direct.map((row) => [row.member_id, directAccess(row, roles, givers)]))
  return new Map(
    members.map((member) => {
      const tops = (groupsOf.get(member) ?? []).flatMap((row) => reach.inside.get(row.group_id) ?? [])
      return [member, { direct: directBy.get(member) ?? null, through: through(reach, roles, new Set(tops)) }]
    }),
  )
}

type Asked = { readonly organization: OrganizationId; readonly members: string }

const directOf = statement<
  Asked & { readonly project: Reach['project'] },
  HeldThere & { readonly member_id: MemberId }
>(`
  select a.member_id, a.id as assignment, a.role_id as role, a.since, a.expires_at, a.given_by as "by", a.reason
    from json_each(:members) j cross join assignment a
    on a.organization_id = :organization and a.member_id = j.value and a.project_id = :project and a.until is null
`)

const placesOf = statement<
  Asked & { readonly groups: string },
  { readonly member_id: MemberId; readonly group_id: GroupId }
>(`
  select g.member_id, g.group_id from json_each(:members) j cross join group_member g
    on g.organization_id = :organization and g.member_id = j.value and g.until is null
    where g.group_id in (select value from json_each(:groups))
`)

function directAccess(
  row: HeldThere,
  roles: ProjectRoles,
  givers: ReadonlyMap<UserId, Person>,
): DirectAccess | null {
  const role = roles.get(row.role)
  if (!role) return null
  return {
    assignment: row.assignment,
    role: refOf(role),
    since: row.since,
    expiresAt: row.expires_at,
    by: (row.by && givers.get(row.by)) ?? null,
    reason: row.reason,
  }
}

function through({ groups }: Reach, roles: ProjectRoles, tops: ReadonlySet<GroupId>): readonly GroupAccess[] {
  return groups.flatMap(
    ({ group_id: id, group_name: name, assignment, role: held, expires_at: expiresAt }) => {
      const role = tops.has(id) ? roles.get(held) : undefined
      return role ? [{ group: { id, name }, role: refOf(role), assignment, expiresAt }] : []
    },
  )
}
