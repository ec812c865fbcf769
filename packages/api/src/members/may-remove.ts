import { decide, mayGrant, mayRemoveMember, Refusal } from '@roster/domain'
import type { CommandContext } from '../platform/command.ts'
import type { Target } from './target.ts'

/**
 * Whether the caller may end this membership, at whichever door they ask: `not-permitted`, `transfer-first`,
 * `not-yourself`, `beyond-your-own`.
 */
export function mayRemove(
  { held, member }: Pick<CommandContext, 'held' | 'member'>,
  target: Target,
): true | Refusal {
  const allowedBy = decide(held, 'members.remove')
  if (allowedBy instanceof Refusal) return allowedBy
  const owners = target.role.key === 'owner' ? [target.member] : []
  const removal = mayRemoveMember({ owners, actor: member, target: target.member })
  return removal === true ? mayGrant(held, target.role.permissions) : removal
}
