import type { AssignmentId, GroupId, Instant, ProjectId, RoleId, UserId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { isProjectPermission } from './level.ts'
import type { Permission } from './permissions.ts'

/** An assignment that is live now, with what it allows: the reason behind every yes. */
export type HeldAssignment = {
  readonly id: AssignmentId
  readonly role: RoleId
  readonly permissions: ReadonlySet<Permission>
  readonly scope: 'organization' | ProjectId
  readonly since: Instant
  readonly expiresAt: Instant | null
  /** The group it came through, or null when given to the person. */
  readonly via: GroupId | null
  readonly by: UserId | null
}

type Held = Pick<HeldAssignment, 'permissions' | 'scope'>

/**
 * The assignment that allows it (the audit entry keeps it), or why not: `not-found` to somebody who holds
 * nothing here, because to them the organization does not exist, else `not-permitted`.
 * `held` must contain live assignments of one person in one organization only.
 */
export function decide<H extends Held>(
  held: readonly H[],
  permission: Permission,
  project?: ProjectId,
): H | Refusal {
  if (held.length === 0) return new Refusal('not-found')
  const reason = held.find((assignment) => allows(assignment, permission, project))
  return reason ?? new Refusal('not-permitted', { permission })
}

/** Whether `decide` would say yes, for where nobody is told why not. */
export function isAllowed(held: readonly Held[], permission: Permission, project?: ProjectId): boolean {
  return held.some((assignment) => allows(assignment, permission, project))
}

/** Everything somebody may do at the organization, or at one project of it, with every reason for each. */
export function effectivePermissions<H extends Held>(
  held: readonly H[],
  project?: ProjectId,
): Map<Permission, H[]> {
  const reasons = new Map<Permission, H[]>()
  for (const assignment of held) {
    for (const permission of assignment.permissions) {
      if (!allows(assignment, permission, project)) continue
      const known = reasons.get(permission)
      if (known) known.push(assignment)
      else reasons.set(permission, [assignment])
    }
  }
  return reasons
}

/**
 * Nobody gives, or takes away, what they do not hold there themselves: `beyond-your-own` names the first
 * permission missing. Without `project` the grant is for the whole organization, every project included.
 */
export function mayGrant(
  held: readonly Held[],
  permissions: Iterable<Permission>,
  project?: ProjectId,
): true | Refusal {
  for (const permission of permissions) {
    if (!held.some((assignment) => allows(assignment, permission, project))) {
      return new Refusal('beyond-your-own', { permission })
    }
  }
  return true
}

/** A change of role gives one set and takes another away; both must be the giver's own (`beyond-your-own`). */
export function mayChangeRole(change: {
  readonly held: readonly Held[]
  readonly from: Iterable<Permission>
  readonly to: Iterable<Permission>
  readonly project?: ProjectId | undefined
}): true | Refusal {
  const taken = mayGrant(change.held, change.from, change.project)
  return taken === true ? mayGrant(change.held, change.to, change.project) : taken
}

function allows(assignment: Held, permission: Permission, project: ProjectId | undefined): boolean {
  if (!assignment.permissions.has(permission)) return false
  if (assignment.scope === 'organization') return true
  return isProjectPermission(permission) && assignment.scope === project
}
