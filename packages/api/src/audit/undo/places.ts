import {
  type ChangeId,
  decide,
  type GroupId,
  type Id,
  type InvitationId,
  type MemberId,
  mayChangeMembers,
  mayGiveAll,
  mayGiveOneself,
  mayNest,
  orThrow,
  Refusal,
} from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { givenBy, mayGiveTo } from '../../groups/given.ts'
import { isWithin } from '../../groups/places.ts'
import { endPlace, type InGroup, putInGroup } from '../../groups/store.ts'
import { isManagerOf } from '../../groups/target.ts'
import { edgesAround } from '../../groups/tree.ts'
import type { Reads } from '../../platform/writer.ts'
import type { UndoContext } from './scope.ts'
import { today } from './today.ts'

/** A place in a group that began or ended with a change. */
export interface ChangedPlace {
  readonly id: Id<'gme'>
  readonly group: GroupId
  readonly who: InGroup
  readonly manager: boolean
  /** The group, or the one inside it, is gone. */
  readonly gone: boolean
}

interface PlaceRow {
  readonly id: Id<'gme'>
  readonly group_id: GroupId
  readonly member_id: MemberId | null
  readonly child_group_id: GroupId | null
  readonly invitation_id: InvitationId | null
  readonly manager: 0 | 1
  readonly gone: 0 | 1
}

const COLUMNS = sql.raw(`p.id, p.group_id, p.member_id, p.child_group_id, p.invitation_id, p.manager,
  g.until is not null or c.until is not null as gone`)
const TABLES = sql.raw(`join "group" g on g.id = p.group_id left join "group" c on c.id = p.child_group_id`)

/** Places that ended with a change, in the order of birth; `of` narrows it to what the entry is about. */
export async function placesEndedIn(
  db: Reads,
  organization: UndoContext['organization'],
  change: ChangeId,
  of: RawBuilder<unknown>,
): Promise<readonly ChangedPlace[]> {
  const { rows } = await sql<PlaceRow>`
    select ${COLUMNS} from group_member p ${TABLES}
      where p.ended_in = ${change} and p.organization_id = ${organization.id} and ${of} order by p.id
  `.execute(db)
  return rows.map(place)
}

/** Places that began with a change, whatever became of them since. */
export async function placesBegunIn(
  db: Reads,
  organization: UndoContext['organization'],
  change: ChangeId,
  of: RawBuilder<unknown>,
): Promise<readonly ChangedPlace[]> {
  const { rows } = await sql<PlaceRow>`
    select ${COLUMNS} from group_member p ${TABLES}
      where p.organization_id = ${organization.id} and ${of} and +p.begun_in = ${change} order by p.id
  `.execute(db)
  return rows.map(place)
}

function place(row: PlaceRow): ChangedPlace {
  return {
    id: row.id,
    group: row.group_id,
    who: whoIn(row),
    manager: row.manager === 1,
    gone: row.gone === 1,
  }
}

function whoIn({ id, member_id, child_group_id, invitation_id }: PlaceRow): InGroup {
  if (member_id) return { member: member_id }
  if (child_group_id) return { child: child_group_id }
  if (invitation_id) return { invitation: invitation_id }
  throw new TypeError(`nobody has the place ${id}`)
}

/**
 * Gives places in groups again, except in groups that are gone and to people who are, and answers their ids. Refuses with `not-permitted`
 * and `beyond-your-own` as for putting somebody in today, `group-cycle`, and `changed-meanwhile` when they are in.
 */
export async function giveAgainPlaces(
  context: UndoContext,
  ended: readonly ChangedPlace[],
  who?: InGroup,
): Promise<readonly Id<'gme'>[]> {
  const { tx, newId, organization, actor, now } = context
  const given: Id<'gme'>[] = []
  for (const { group, who: before, manager, gone } of ended) {
    if (gone) continue
    const inside = who ?? (await today(context, before))
    if (!inside) continue
    orThrow(await mayFill(context, group, inside, 'give'))
    if (await placeOf(context, group, inside)) throw new Refusal('changed-meanwhile')
    if ('child' in inside) {
      const around = await edgesAround(tx, { organization: organization.id, group })
      orThrow(mayNest(around, group, inside.child))
    }
    given.push(
      await putInGroup(tx, newId, {
        organization: organization.id,
        group,
        who: inside,
        manager,
        by: actor.id,
        now,
      }),
    )
  }
  return given
}

/**
 * Ends the places that the undone change began, or what stands in their stead today. Refuses with `not-permitted`,
 * `beyond-your-own`, and `changed-meanwhile` when they are not in the group any more, or not in this way.
 */
export async function takeBackPlaces(
  context: UndoContext,
  given: readonly ChangedPlace[],
): Promise<readonly Id<'gme'>[]> {
  const { tx, organization, actor, now } = context
  const ended: Id<'gme'>[] = []
  for (const { group, who, manager } of given) {
    const inside = await today(context, who)
    const present = inside && (await placeOf(context, group, inside))
    if (!inside || present?.manager !== manager) throw new Refusal('changed-meanwhile')
    orThrow(await mayFill(context, group, inside, 'take'))
    await endPlace(tx, { organization: organization.id, place: present.id, by: actor.id, now })
    ended.push(present.id)
  }
  return ended
}

/** Whoever manages groups, or this one, and holds everything that being in it gives; for themself for good. */
async function mayFill(
  context: UndoContext,
  group: GroupId,
  who: InGroup,
  way: 'give' | 'take',
): Promise<true | Refusal> {
  const { tx, organization, held, member, now } = context
  const isManager = await isManagerOf(tx, context, group)
  const manages = 'child' in who ? decide(held, 'groups.manage') : mayChangeMembers(held, { isManager })
  if (manages instanceof Refusal) return manages
  const given = await givenBy(tx, organization, group, now)
  if ('member' in who) return mayGiveTo({ held, member }, given, who.member)
  const own = way === 'give' && 'child' in who && (await isWithin(tx, organization.id, who.child, member))
  return own ? mayGiveOneself(held, given) : mayGiveAll(held, given)
}

/** The place that somebody has in a group at present. */
async function placeOf(
  { tx, organization }: UndoContext,
  group: GroupId,
  who: InGroup,
): Promise<ChangedPlace | null> {
  const of =
    'member' in who
      ? sql`p.member_id = ${who.member}`
      : 'child' in who
        ? sql`p.child_group_id = ${who.child}`
        : sql`p.invitation_id = ${who.invitation}`
  const { rows } = await sql<PlaceRow>`
    select ${COLUMNS} from group_member p ${TABLES}
      where p.organization_id = ${organization.id} and p.group_id = ${group} and ${of} and p.until is null
  `.execute(tx)
  return rows[0] ? place(rows[0]) : null
}
