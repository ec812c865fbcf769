import type { ProjectId } from '../ids.ts'
import type { HeldAssignment } from '../roles/decide.ts'
import { isProjectPermission } from '../roles/level.ts'
import type { Permission } from '../roles/permissions.ts'

/** What an API key allows at the most, whatever its owner holds. */
export interface Ceiling {
  readonly permissions: ReadonlySet<Permission>
  /** The only project it works at; null: the whole organization. */
  readonly project: ProjectId | null
}

/**
 * What is left of what somebody holds when they come with a key: never more than they hold at this moment, and
 * never more than the key allows. A project key keeps what is allowed at its project, and that it may know which
 * organization the project is in and which roles there are to give; nothing else.
 */
export function underCeiling(
  held: readonly HeldAssignment[],
  { permissions, project }: Ceiling,
): readonly HeldAssignment[] {
  return held.flatMap((assignment) => {
    if (project === null) return [allowing(assignment, (permission) => permissions.has(permission))]
    const there = allowing(assignment, (one) => permissions.has(one) && isProjectPermission(one))
    if (assignment.scope === project) return [there]
    if (assignment.scope !== 'organization') return []
    return [allowing(assignment, (one) => one === 'organization.read'), { ...there, scope: project }]
  })
}

function allowing(assignment: HeldAssignment, allowed: (one: Permission) => boolean): HeldAssignment {
  return { ...assignment, permissions: new Set([...assignment.permissions].filter(allowed)) }
}
