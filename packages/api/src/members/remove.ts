import { type ChangeId, type MemberId, Refusal } from '@roster/domain'
import { bulkCommand, type CommandContext, type ItemDone } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { Members } from './input.ts'
import { mayRemove } from './may-remove.ts'
import { endMemberships } from './store.ts'
import { targetOf } from './target.ts'

export interface Removed {
  readonly member: MemberId
  readonly name: string
  /** The call: what it removed can be undone by it. */
  readonly change: ChangeId
}

/**
 * Ends memberships with everything that came with them, projects and groups included. Refuses for owners
 * (`transfer-first`), for the caller (`not-yourself`), and for those who hold more than the caller
 * (`beyond-your-own`). Accounts and their sessions stay.
 */
export const removeMembers = bulkCommand({
  permission: 'members.remove',
  records: 'member.removed',
  input: inOrganization({ members: Members }),
  items: (input) => input.members,
  async run(context, _, members: readonly MemberId[]): Promise<readonly ItemDone<Removed>[]> {
    const { tx, organization, actor, now } = context
    const ending = new Set<MemberId>()
    const outcomes: ItemDone<Removed>[] = []
    for (const member of members) {
      const outcome = ending.has(member) ? GONE : await remove(context, member)
      if ('result' in outcome) ending.add(member)
      outcomes.push(outcome)
    }
    await endMemberships(tx, { organization: organization.id, members: [...ending], by: actor.id, now })
    return outcomes
  },
})

/** Named twice in one call, somebody is removed by the first. */
const GONE = { refusal: new Refusal('not-found') }

/** What removing the member comes to; they are ended together afterwards. */
async function remove(context: CommandContext, member: MemberId): Promise<ItemDone<Removed>> {
  const { tx, organization } = context
  const target = await targetOf(tx, organization, member)
  if (target instanceof Refusal) return { refusal: target }
  const allowed = mayRemove(context, target)
  if (allowed instanceof Refusal) return { refusal: allowed }
  const facts = { member, role: target.role.id, role_name: target.role.name }
  return {
    result: { member, name: target.name, change: context.change },
    audit: { target: { kind: 'user', id: target.user }, facts },
    people: [target.user],
  }
}
