import { mayGiveOneself } from '../groups/membership.ts'
import type { ProjectId, RoleId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { BuiltInKey } from './built-in.ts'
import { effectivePermissions, type HeldAssignment, mayChangeRole } from './decide.ts'
import { isProjectPermission } from './level.ts'
import { ALL_PERMISSIONS, type Permission } from './permissions.ts'
import { mayHoldThroughGroup } from './role.ts'

type Allows = { readonly permissions: Iterable<Permission> }
type Holding = Pick<HeldAssignment, 'role' | 'permissions' | 'scope' | 'via' | 'expiresAt'>

/** What one set has and another has not, both in the order of the table of permissions. */
export function permissionChange(
  from: Iterable<Permission>,
  to: Iterable<Permission>,
): { readonly gains: readonly Permission[]; readonly losses: readonly Permission[] } {
  const before = new Set(from)
  const after = new Set(to)
  return {
    gains: ALL_PERMISSIONS.filter((permission) => after.has(permission) && !before.has(permission)),
    losses: ALL_PERMISSIONS.filter((permission) => before.has(permission) && !after.has(permission)),
  }
}

/**
 * Whether raising a role at the organization opens every project, where a role at one project might do (D40).
 */
export function reachesEveryProject(from: Iterable<Permission>, to: Iterable<Permission>): boolean {
  return permissionChange(from, to).gains.some(isProjectPermission)
}

/**
 * Whether somebody may make everybody who holds `role` hold `to` instead, be it that the role allows something else
 * from now on or that another one takes its place. A role may be held anywhere in the organization, so all that it
 * allowed and all that it will allow must be the giver's own there (`beyond-your-own`). Whoever holds it themself
 * adds only what they hold besides, directly and without an end. Ownership is neither given in this way
 * (`owner-by-name`) nor to groups (`owner-through-group`).
 */
export function mayTurnRole(change: {
  readonly held: readonly Holding[]
  readonly role: Allows & { readonly id: RoleId }
  readonly to: Allows & { readonly key: BuiltInKey | null }
  readonly heldByGroups: boolean
}): true | Refusal {
  const { held, role, to, heldByGroups } = change
  const allowed = mayChangeRole({ held, from: role.permissions, to: to.permissions })
  if (allowed instanceof Refusal) return allowed
  if (to.key === 'owner') return new Refusal('owner-by-name')
  if (held.some((assignment) => assignment.role === role.id)) {
    const { gains } = permissionChange(role.permissions, to.permissions)
    const own = mayGiveOneself(held, [{ permissions: gains, project: null, expiresAt: null }])
    if (own instanceof Refusal) return own
  }
  return heldByGroups ? mayHoldThroughGroup(to) : true
}

/**
 * What somebody gains and loses at the organization, or at one project, when a role they hold allows `permissions`
 * from now on: what they hold for another reason as well is neither.
 */
export function effectOfRoleChange(
  held: readonly HeldAssignment[],
  { role, permissions }: { readonly role: RoleId; readonly permissions: ReadonlySet<Permission> },
  project?: ProjectId,
): ReturnType<typeof permissionChange> {
  const after = held.map((assignment) =>
    assignment.role === role ? { ...assignment, permissions } : assignment,
  )
  return permissionChange(
    effectivePermissions(held, project).keys(),
    effectivePermissions(after, project).keys(),
  )
}
