import type { GroupId, Id, Instant, MemberId, OrganizationId, RoleId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import { type Person, peopleOf, pictureAt } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import type { FoundPlace } from './people.ts'

/** Somebody in a group. */
export interface GroupPerson extends Person {
  readonly member: MemberId
  readonly place: Id<'gme'>
  /** The group they are directly in. */
  readonly group: GroupId
  readonly manager: boolean
  /** Their role at the organization. */
  readonly role: RoleRef
  readonly since: Instant
  /** Who put them in. */
  readonly by: Person | null
  readonly you: boolean
}

interface PersonRow {
  readonly place: Id<'gme'>
  readonly group: GroupId
  readonly member: MemberId
  readonly user: UserId
  readonly own_name: string
  readonly display_name: string | null
  readonly username: string | null
  readonly email: string
  readonly verified: 0 | 1
  readonly avatar: string | null
  readonly role_id: RoleId
  readonly role_key: string | null
  readonly role_name: string
  readonly manager: 0 | 1
  readonly since: Instant
  readonly given_by: UserId | null
}

/** The people at these places, in this order. */
export async function peopleAt(
  db: Reads,
  organization: OrganizationId,
  places: readonly FoundPlace[],
  reader: UserId,
): Promise<readonly GroupPerson[]> {
  if (places.length === 0) return []
  const { rows } = await sql<PersonRow>`
    select p.id as place, p.group_id as "group", l.member_id as member, l.user_id as user, l.own_name,
           l.display_name, l.username, l.email, l.verified, l.avatar, l.role_id, l.role_key, l.role_name,
           p.manager, p.since, p.given_by
      from json_each(${JSON.stringify(places.map((one) => one.place_id))}) j
      cross join group_member p on p.id = j.value and p.organization_id = ${organization}
      join member_listing l on l.member_id = p.member_id
      order by j.key
  `.execute(db)
  const givers = await peopleOf(
    db,
    organization,
    rows.flatMap((row) => row.given_by ?? []),
  )
  return rows.map((row) => ({
    user: row.user,
    name: row.display_name ?? row.own_name,
    username: row.username,
    email: row.email || null,
    verified: row.verified === 1,
    avatar: pictureAt(row.avatar),
    member: row.member,
    place: row.place,
    group: row.group,
    manager: row.manager === 1,
    role: roleRef({ id: row.role_id, key: row.role_key, name: row.role_name }),
    since: row.since,
    by: (row.given_by && givers.get(row.given_by)) ?? null,
    you: row.user === reader,
  }))
}
