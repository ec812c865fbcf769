import {
  type GroupId,
  type Id,
  type Instant,
  type InvitationId,
  type MemberId,
  type NewId,
  type OrganizationId,
  searchText,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { namesOf, refuseTakenName } from '../platform/names.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'

export interface NewGroup {
  readonly organization: OrganizationId
  /** Canonical (`groupName`). */
  readonly name: string
  readonly description?: string
  readonly by: UserId | null
  readonly now: Instant
}

/** Writes a group that nobody is in yet. Refuses with `name-taken`. */
export async function insertGroup(
  tx: Transaction,
  newId: NewId,
  { organization, name, description = '', by, now }: NewGroup,
): Promise<GroupId> {
  await refuseTakenName(tx, 'group', organization, name, null)
  const id = newId('grp')
  await tx
    .insertInto('group')
    .values({
      id,
      organization_id: organization,
      ...namesOf(name),
      description,
      created_by: by,
      since: now,
      until: null,
      ended_by: null,
    })
    .execute()
  await makeGroupFindable(tx, organization, { id, name, description })
  return id
}

/** Lets a group that has just begun, or is there again, be found by the words of its name and description. */
export async function makeGroupFindable(
  tx: Transaction,
  organization: OrganizationId,
  { id, name, description }: { readonly id: GroupId; readonly name: string; readonly description: string },
): Promise<void> {
  await sql`
    insert into group_text (number, group_id, search)
    select max(o.number << 43, ifnull(max(t.number), 0)) + 1, ${id}, ${searchText({ name, title: description })}
      from organization o left join group_text t
        on t.number > o.number << 43 and t.number < (o.number + 1) << 43
      where o.id = ${organization}
  `.execute(tx)
}

/** What can be in a group: a member, another group, or, until it is accepted, an invitation. */
export type InGroup =
  | { readonly member: MemberId }
  | { readonly child: GroupId }
  | { readonly invitation: InvitationId }

export interface NewPlace {
  readonly organization: OrganizationId
  readonly group: GroupId
  readonly who: InGroup
  /** Whether they decide who else is in the group; never a group. */
  readonly manager?: boolean
  readonly by: UserId | null
  readonly now: Instant
}

/** Begins a place in a group. Whether it may, and that it makes no cycle, is the caller's rule to ask. */
export async function putInGroup(
  tx: Transaction,
  newId: NewId,
  { organization, group, who, manager = false, by, now }: NewPlace,
): Promise<Id<'gme'>> {
  const id = newId('gme')
  await tx
    .insertInto('group_member')
    .values({
      id,
      organization_id: organization,
      group_id: group,
      member_id: 'member' in who ? who.member : null,
      child_group_id: 'child' in who ? who.child : null,
      invitation_id: 'invitation' in who ? who.invitation : null,
      manager: manager ? 1 : 0,
      since: now,
      until: null,
      given_by: by,
      ended_by: null,
    })
    .execute()
  return id
}

/** Ends a place in a group; one that has ended keeps its end. */
export async function endPlace(
  tx: Transaction,
  {
    organization,
    place,
    by,
    now,
  }: { organization: OrganizationId; place: Id<'gme'>; by: UserId; now: Instant },
): Promise<void> {
  await tx
    .updateTable('group_member')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('id', '=', place)
    .where('until', 'is', null)
    .execute()
}
