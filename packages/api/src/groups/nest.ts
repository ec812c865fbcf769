import { mayGiveAll, mayGiveOneself, mayNest, orThrow, Refusal } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { Changed } from './changed.ts'
import { givenBy } from './given.ts'
import { isWithin, placeOfGroup } from './places.ts'
import { endPlace, putInGroup } from './store.ts'
import { groupOf } from './target.ts'
import { edgesAround } from './tree.ts'

const GroupAndChild = inOrganization({ group: IdOf('grp'), child: IdOf('grp') })

/**
 * Puts a group into another one: whoever is in `child` is in `group` too, and holds what it and the groups around it
 * give, all of which the caller must hold (`beyond-your-own`). Refuses with `group-cycle` when `group` is within
 * `child` already, and with `already-in-group`.
 */
export const nestGroup = command({
  permission: 'groups.manage',
  records: 'group.member-added',
  input: GroupAndChild,
  async run(
    { tx, newId, organization, actor, member, held, now, change },
    { group, child },
  ): Promise<Changed> {
    const { id } = organization
    orThrow(await groupOf(tx, id, group))
    orThrow(await groupOf(tx, id, child, 'child'))
    if (await placeOfGroup(tx, id, group, child)) throw new Refusal('already-in-group', { field: 'child' })
    // A ring would close among the groups around the outer one; no other edge can be part of it.
    orThrow(mayNest(await edgesAround(tx, { organization: id, group }), group, child))
    const given = await givenBy(tx, organization, group, now)
    orThrow(mayGiveAll(held, given))
    if (await isWithin(tx, id, child, member)) orThrow(mayGiveOneself(held, given))
    const place = await putInGroup(tx, newId, { organization: id, group, who: { child }, by: actor.id, now })
    return { result: { change }, audit: { target: { kind: 'group', id: child }, facts: { group, place } } }
  },
})

/**
 * Takes a group out of another one, and from everybody in it what they hold by that way, all of which the caller
 * must hold (`beyond-your-own`). Without effect when it is not directly in it.
 */
export const unnestGroup = command({
  permission: 'groups.manage',
  records: 'group.member-removed',
  input: GroupAndChild,
  async run({ tx, organization, actor, held, now, change }, { group, child }): Promise<Changed> {
    orThrow(await groupOf(tx, organization.id, group))
    orThrow(await groupOf(tx, organization.id, child, 'child'))
    const place = await placeOfGroup(tx, organization.id, group, child)
    if (!place) return { result: { change: null }, audit: UNCHANGED }
    orThrow(mayGiveAll(held, await givenBy(tx, organization, group, now)))
    await endPlace(tx, { organization: organization.id, place, by: actor.id, now })
    return { result: { change }, audit: { target: { kind: 'group', id: child }, facts: { group, place } } }
  },
})
