import { mayGrant, mayRemoveMember, type Refusal } from '@roster/domain'
import type { CommandContext } from '../platform/command.ts'
import type { Target } from './target.ts'

/** Whether the caller may end this membership: the rule of the command, asked beforehand by the preview as well. */
export function mayRemove(
  { held, member }: Pick<CommandContext, 'held' | 'member'>,
  target: Target,
): true | Refusal {
  const owners = target.role.key === 'owner' ? [target.member] : []
  const removal = mayRemoveMember({ owners, actor: member, target: target.member })
  return removal === true ? mayGrant(held, target.role.permissions) : removal
}
