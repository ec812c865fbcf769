import { mayGiveAll, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { Changed } from './changed.ts'
import { givenBy } from './given.ts'
import { membersAnd } from './places.ts'
import { endPlace, putInGroup } from './store.ts'
import { groupOf } from './target.ts'

/**
 * Makes somebody in a group a manager of it, who decides who else is in it, or no manager any more. A manager gives
 * what the group gives, so the caller must hold it (`beyond-your-own`). Who is not directly in it is `not-found`.
 */
export const setManager = command({
  permission: 'groups.manage',
  records: 'group.member-changed',
  input: inOrganization({ group: IdOf('grp'), member: IdOf('mem'), manager: z.boolean() }),
  async run(
    { tx, newId, organization, actor, held, now, change },
    { group, member, manager },
  ): Promise<Changed> {
    orThrow(await groupOf(tx, organization.id, group))
    const person = (await membersAnd(tx, organization.id, group, [member])).get(member)
    if (!person?.place) throw new Refusal('not-found', { field: 'member' })
    if (person.manager === manager) return { result: { change: null }, audit: UNCHANGED }
    orThrow(mayGiveAll(held, await givenBy(tx, organization, group, now)))
    const at = { organization: organization.id, by: actor.id, now }
    await endPlace(tx, { ...at, place: person.place })
    const place = await putInGroup(tx, newId, { ...at, group, who: { member }, manager })
    return {
      result: { change },
      audit: {
        target: { kind: 'user', id: person.user },
        facts: { group, member, place, field: 'manager', before: person.manager, after: manager },
      },
      people: [person.user],
    }
  },
})
