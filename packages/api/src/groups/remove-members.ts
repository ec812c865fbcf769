import { type MemberId, mayChangeMembers, mayGiveAll, orThrow, Refusal } from '@roster/domain'
import { bulkCommand, type ItemDone } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { PlacedInGroup } from './add-members.ts'
import { givenBy } from './given.ts'
import { Members } from './input.ts'
import { membersAnd } from './places.ts'
import { endPlace } from './store.ts'
import { groupOf, isManagerOf } from './target.ts'

/**
 * Takes members out of a group, and with that everything they hold through it and nothing else. The same rules as
 * for putting in: `not-permitted`, `beyond-your-own`; who is not directly in it is `not-found`.
 */
export const removeMembersFromGroup = bulkCommand({
  permission: 'groups.read',
  records: 'group.member-removed',
  input: inOrganization({ group: IdOf('grp'), members: Members }),
  items: (input) => input.members,
  async run(context, { group }, members: readonly MemberId[]): Promise<readonly ItemDone<PlacedInGroup>[]> {
    const { tx, organization, actor, held, now } = context
    orThrow(await groupOf(tx, organization.id, group))
    const isManager = await isManagerOf(tx, context, group)
    orThrow(mayChangeMembers(held, { isManager }))
    const allowed = mayGiveAll(held, await givenBy(tx, organization, group, now))
    const known = new Map(await membersAnd(tx, organization.id, group, members))
    const outcomes: ItemDone<PlacedInGroup>[] = []
    for (const member of members) {
      const person = known.get(member)
      if (!person?.place) {
        outcomes.push({ refusal: new Refusal('not-found', { field: 'members' }) })
        continue
      }
      if (allowed !== true) {
        outcomes.push({ refusal: allowed })
        continue
      }
      known.delete(member)
      const { place, user, name, manager } = person
      await endPlace(tx, { organization: organization.id, place, by: actor.id, now })
      outcomes.push({
        result: { group, member, name, change: context.change },
        audit: {
          target: { kind: 'user', id: user },
          facts: { group, member, place, ...(manager ? { manager } : {}) },
        },
        people: [user],
      })
    }
    return outcomes
  },
})
