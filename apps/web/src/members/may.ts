import {
  keepAnOwner,
  mayChangeRole,
  mayGrant,
  mayRemoveMember,
  mayTransfer,
  type Permission,
  Refusal,
} from '@roster/domain'
import type { Standing } from './standing.ts'
import type { ListedRole, Member } from './types.ts'

type Target = Pick<Member, 'member' | 'role'>
type Given = Pick<ListedRole, 'id' | 'key' | 'permissions'>

/*
 * Why the reader may not do something to a member, in the words of the rule that the server asks too;
 * undefined when they may.
 */

/** For changing the role to any other at all. */
export function whyNotChangeRole(target: Target, standing: Standing): string | undefined {
  return sentence(
    permitted('members.update', standing),
    outranked(target, standing),
    target.role.key === 'owner' && ownerRemains(target, 'other', standing),
  )
}

/** For changing the role to this one. */
export function whyNotGive(target: Target, to: Given, standing: Standing): string | undefined {
  const from = permissionsOf(target, standing)
  return sentence(
    permitted('members.update', standing),
    mayChangeRole({ held: held(standing), from, to: to.permissions }),
    // Nobody raises themself, not even to what they hold through a group.
    target.member === standing.me && mayGrant(holding(from), to.permissions),
    target.role.key === 'owner' && ownerRemains(target, to.key === 'owner' ? 'owner' : 'other', standing),
  )
}

/** For changing title and display name. */
export function whyNotEdit(target: Target, standing: Standing): string | undefined {
  return sentence(permitted('members.update', standing), outranked(target, standing))
}

/** For a mail that lets them choose a new password. */
export function whyNotReset(standing: Standing): string | undefined {
  const permission = sentence(permitted('members.reset-password', standing))
  if (permission) return permission
  return standing.mail ? undefined : 'This server sends no mail yet. Ask the operator to set it up.'
}

/** For making them an owner. */
export function whyNotTransfer(target: Target, standing: Standing): string | undefined {
  const actor = standing.me
  const owners = [actor, ...(target.role.key === 'owner' ? [target.member] : [])]
  return sentence(
    permitted('organization.transfer', standing),
    mayTransfer({ owners, actor, target: target.member, targetIsMember: true }),
    outranked(target, standing),
  )
}

/** For ending their membership. */
export function whyNotRemove(target: Target, standing: Standing): string | undefined {
  const owners = target.role.key === 'owner' ? [target.member] : []
  return sentence(
    permitted('members.remove', standing),
    mayRemoveMember({ owners, actor: standing.me, target: target.member }),
    outranked(target, standing),
  )
}

/** For leaving: the role is the reader's own. */
export function whyNotLeave(role: Member['role'], standing: Standing): string | undefined {
  return sentence(role.key === 'owner' && ownerRemains({ member: standing.me, role }, 'gone', standing))
}

type Answer = true | false | Refusal

function sentence(...answers: readonly Answer[]): string | undefined {
  return answers.find((answer) => answer instanceof Refusal)?.message
}

function permitted(permission: Permission, { permissions }: Standing): Answer {
  return permissions.includes(permission) || new Refusal('not-permitted', { permission })
}

function outranked(target: Target, standing: Standing): Answer {
  return mayGrant(held(standing), permissionsOf(target, standing))
}

/** How many owners there are is known, who they are is not; besides the member, any others will do. */
function ownerRemains(target: Target, becomes: 'owner' | 'other' | 'gone', standing: Standing): Answer {
  const owners = standing.roles.find(({ key }) => key === 'owner')?.members ?? 1
  const others = Array.from({ length: Math.max(0, owners - 1) }, (_, at) => `another owner ${at}`)
  return keepAnOwner<string>([target.member, ...others], { member: target.member, becomes })
}

function permissionsOf({ role }: Target, { roles }: Standing): readonly Permission[] {
  return roles.find(({ id }) => id === role.id)?.permissions ?? []
}

function held({ permissions }: Standing) {
  return holding(permissions)
}

function holding(permissions: readonly Permission[]) {
  return [{ permissions: new Set(permissions), scope: 'organization' as const }]
}
