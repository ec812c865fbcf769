import {
  type ChangeId,
  type GroupId,
  type MemberId,
  mayChangeMembers,
  orThrow,
  Refusal,
} from '@roster/domain'
import { bulkCommand, type ItemDone } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { givenBy, mayGiveTo } from './given.ts'
import { Members } from './input.ts'
import { membersAnd } from './places.ts'
import { putInGroup } from './store.ts'
import { groupOf, isManagerOf } from './target.ts'

export interface PlacedInGroup {
  readonly group: GroupId
  readonly member: MemberId
  readonly name: string
  readonly change: ChangeId
}

/**
 * Puts members into a group, which gives them what it and every group around it hold. It takes managing groups or
 * being a manager of this one (`not-permitted`), and holding everything it gives (`beyond-your-own`); those in it
 * are refused with `already-in-group`.
 */
export const addMembers = bulkCommand({
  permission: 'groups.read',
  records: 'group.member-added',
  input: inOrganization({ group: IdOf('grp'), members: Members }),
  items: (input) => input.members,
  async run(context, { group }, members: readonly MemberId[]): Promise<readonly ItemDone<PlacedInGroup>[]> {
    const { tx, newId, organization, actor, held, now } = context
    orThrow(await groupOf(tx, organization.id, group))
    const isManager = await isManagerOf(tx, context, group)
    orThrow(mayChangeMembers(held, { isManager }))
    const given = await givenBy(tx, organization, group, now)
    const known = await membersAnd(tx, organization.id, group, members)
    const added = new Set<MemberId>()
    const outcomes: ItemDone<PlacedInGroup>[] = []
    for (const member of members) {
      const person = known.get(member)
      const refusal = !person
        ? new Refusal('not-found', { field: 'members' })
        : person.place || added.has(member)
          ? new Refusal('already-in-group')
          : mayGiveTo(context, given, member)
      if (!person || refusal !== true) {
        outcomes.push({ refusal: refusal === true ? new Refusal('not-found') : refusal })
        continue
      }
      added.add(member)
      const place = await putInGroup(tx, newId, {
        organization: organization.id,
        group,
        who: { member },
        by: actor.id,
        now,
      })
      outcomes.push({
        result: { group, member, name: person.name, change: context.change },
        audit: { target: { kind: 'user', id: person.user }, facts: { group, member, place } },
        people: [person.user],
      })
    }
    return outcomes
  },
})
