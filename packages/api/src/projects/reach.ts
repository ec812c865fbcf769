import type { GroupId, Instant, MemberId, OrganizationId, RoleId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { type At, type GroupThere, groupsAt } from './holders.ts'
import { totalsOf } from './store.ts'

/** How people come to be in a project: by roles given to them in person, and through which groups. */
export interface Reach extends At {
  readonly direct: boolean
  /** Only those who hold this role; null for any. */
  readonly role: RoleId | null
  /** The groups that hold a role there at this moment. */
  readonly groups: readonly GroupThere[]
  /** Every group whose members are in the project, each with the groups above that it is in it through. */
  readonly inside: ReadonlyMap<GroupId, readonly GroupId[]>
  /** At most so many people: who comes in more than one way is counted for each. */
  readonly atMost: number
  /** At least so many. */
  readonly atLeast: number
}

/** How people come to be in a project, or some of them: those with a role, those directly in it or through a group. */
export async function reachOf(
  db: Reads,
  at: At,
  now: Instant,
  { role, via }: { readonly role: RoleId | null; readonly via: 'direct' | 'group' | null },
): Promise<Reach> {
  const direct = via !== 'group'
  const there = via === 'direct' ? [] : await groupsAt(db, at)
  const groups = there.filter(
    (one) => (role === null || one.role === role) && (one.expires_at === null || one.expires_at > now),
  )
  const pairs = await insideOf(db, {
    organization: at.organization,
    groups: JSON.stringify(groups.map((one) => one.group_id)),
  })
  const inside = Map.groupBy(pairs, (pair) => pair.id)
  const sizes = [...inside.values()].map((same) => same[0]?.members ?? 0)
  const members = direct ? (await totalsOf(db, at.project)).members : 0
  return {
    ...at,
    direct,
    role,
    groups,
    inside: new Map([...inside].map(([id, same]) => [id, same.map((pair) => pair.top)])),
    atMost: sizes.reduce((sum, size) => sum + size, members),
    atLeast: role === null ? Math.max(members, ...sizes) : 0,
  }
}

interface Inside {
  readonly top: GroupId
  readonly id: GroupId
  readonly members: number
}

const insideOf = statement<{ readonly organization: OrganizationId; readonly groups: string }, Inside>(`
  with recursive inside (top, id) as (
    select value, value from json_each(:groups)
    union
    select inside.top, child.child_group_id from inside cross join group_member child
      on child.organization_id = :organization and child.group_id = inside.id
        and child.child_group_id is not null and child.until is null
  )
  select inside.top, inside.id, t.members from inside cross join group_total t on t.group_id = inside.id
`)

/** Whether somebody of the list of members, `l`, is in the project. */
export function isThere({ organization, project, direct, role, inside }: Reach): RawBuilder<unknown> {
  const ofRole = role === null ? sql`` : sql` and a.role_id = ${role}`
  const inPerson = sql`exists (
    select 1 from assignment a where a.organization_id = ${organization} and a.member_id = l.member_id
      and a.project_id = ${project} and a.until is null${ofRole}
  )`
  const throughGroups = sql`exists (
    select 1 from group_member g where g.organization_id = ${organization} and g.member_id = l.member_id
      and g.until is null and g.group_id in (select value from json_each(${JSON.stringify([...inside.keys()])}))
  )`
  if (inside.size === 0) return direct ? inPerson : sql`0`
  return direct ? sql`(${inPerson} or ${throughGroups})` : throughGroups
}

/** Everybody in the project, for where they are few: each once. */
export async function everybodyThere(
  db: Reads,
  { organization, project, direct, role, inside }: Reach,
): Promise<readonly MemberId[]> {
  const rows = await gathered(db, {
    organization,
    project,
    direct: direct ? 1 : 0,
    role: role ?? '',
    groups: JSON.stringify([...inside.keys()]),
  })
  return rows.map((row) => row.member_id)
}

const gathered = statement<
  {
    readonly organization: OrganizationId
    readonly project: At['project']
    readonly direct: 0 | 1
    readonly role: RoleId | ''
    readonly groups: string
  },
  { readonly member_id: MemberId }
>(`
  select a.member_id from assignment a
    where :direct and a.organization_id = :organization and a.project_id = :project and a.until is null
      and a.member_id > '' and (:role = '' or a.role_id = :role)
      and not exists (select 1 from service_account program where program.member_id = a.member_id)
  union
  select g.member_id from json_each(:groups) j cross join group_member g
    on g.organization_id = :organization and g.group_id = j.value and g.until is null
    where g.member_id is not null
`)
