import { mayGiveAll, orThrow, Refusal } from '@roster/domain'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { Changed } from './changed.ts'
import { givenBy } from './given.ts'
import { GroupName } from './input.ts'
import { groupOf } from './target.ts'
import { endGroup } from './whole.ts'

/**
 * Deletes a group: everybody's place in it ends, its own place in others, and every role it holds. All of what it
 * gave must be the caller's own (`beyond-your-own`). With `confirm` it has to be called that still
 * (`changed-meanwhile`).
 */
export const deleteGroup = command({
  permission: 'groups.manage',
  records: 'group.deleted',
  input: inOrganization({ group: IdOf('grp'), confirm: GroupName.optional() }),
  async run({ tx, organization, actor, held, now, change }, { group, confirm }): Promise<Changed> {
    const target = orThrow(await groupOf(tx, organization.id, group))
    if (confirm !== undefined && confirm !== target.name) throw new Refusal('changed-meanwhile')
    orThrow(mayGiveAll(held, await givenBy(tx, organization, group, now)))
    const { members, groups } = await tx
      .selectFrom('group_total')
      .select(['members', 'groups'])
      .where('group_id', '=', group)
      .executeTakeFirstOrThrow()
    await endGroup(tx, { organization: organization.id, group, by: actor.id, now })
    return {
      result: { change },
      audit: { target: { kind: 'group', id: group }, facts: { group, members, groups } },
    }
  },
})
