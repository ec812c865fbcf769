import type { GroupId, Id, MemberId, OrganizationId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** A member of the organization and, if they are in the group, their place. */
export interface PlacedMember {
  readonly member: MemberId
  readonly user: UserId
  readonly name: string
  readonly place: Id<'gme'> | null
  readonly manager: boolean
}

/** Those of these who are members of the organization today, each with their direct place in the group. */
export async function membersAnd(
  db: Reads,
  organization: OrganizationId,
  group: GroupId,
  members: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, PlacedMember>> {
  const { rows } = await sql<Omit<PlacedMember, 'manager'> & { manager: 0 | 1 | null }>`
    select m.id as member, m.user_id as user, ifnull(m.display_name, u.name) as name, p.id as place, p.manager
      from json_each(${JSON.stringify(members)}) j
      cross join member m on m.organization_id = ${organization} and m.id = j.value and m.until is null
      join user u on u.id = m.user_id and u.kind = 'person'
      left join group_member p on p.organization_id = m.organization_id and p.member_id = m.id
        and p.group_id = ${group} and p.until is null
  `.execute(db)
  return new Map(rows.map((row) => [row.member, { ...row, manager: row.manager === 1 }]))
}

/** The place of a group directly in another one, or null. */
export async function placeOfGroup(
  db: Reads,
  organization: OrganizationId,
  group: GroupId,
  child: GroupId,
): Promise<Id<'gme'> | null> {
  const row = await db
    .selectFrom('group_member')
    .select('id')
    .where('organization_id', '=', organization)
    .where('group_id', '=', group)
    .where('child_group_id', '=', child)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether the member is in the group, directly or through groups within it. */
export async function isWithin(
  db: Reads,
  organization: OrganizationId,
  group: GroupId,
  member: MemberId,
): Promise<boolean> {
  const { rows } = await sql<{ within: 0 | 1 }>`
    with recursive through (id) as (
      select group_id from group_member
        where organization_id = ${organization} and member_id = ${member} and until is null
      union
      select e.group_id from through cross join group_member e
        on e.organization_id = ${organization} and e.child_group_id = through.id and e.until is null
    )
    select exists (select 1 from through where id = ${group}) as within
  `.execute(db)
  return rows[0]?.within === 1
}
