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
 * never more than the key allows. A project key keeps what is allowed at its project and nothing else.
 */
export function underCeiling(
  held: readonly HeldAssignment[],
  { permissions, project }: Ceiling,
): readonly HeldAssignment[] {
  return held.flatMap((assignment) => {
    if (project !== null && assignment.scope !== 'organization' && assignment.scope !== project) return []
    const left = new Set<Permission>()
    for (const permission of assignment.permissions) {
      if (permissions.has(permission) && (project === null || isProjectPermission(permission)))
        left.add(permission)
    }
    return [{ ...assignment, permissions: left, scope: project ?? assignment.scope }]
  })
}
