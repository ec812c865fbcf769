import type { ProjectId } from '../ids.ts'
import { effectivePermissions, type HeldAssignment } from '../roles/decide.ts'
import type { Permission } from '../roles/permissions.ts'

type Held = Pick<HeldAssignment, 'id' | 'permissions' | 'scope'>

/** What somebody may do somewhere and will not be able to any more. */
export type Loss = {
  readonly scope: 'organization' | ProjectId
  readonly permissions: readonly Permission[]
}

/**
 * What is lost between two moments: for each place where an assignment goes, the permissions that no other one
 * still allows there. A place where all of it is held in another way too is no loss.
 */
export function lossesOf(before: readonly Held[], after: readonly Held[]): readonly Loss[] {
  const kept = new Set(after.map(({ id }) => id))
  const scopes = new Set(before.filter(({ id }) => !kept.has(id)).map(({ scope }) => scope))
  return [...scopes].flatMap((scope) => {
    const project = scope === 'organization' ? undefined : scope
    const still = effectivePermissions(after, project)
    const permissions = [...effectivePermissions(before, project).keys()].filter(
      (permission) => !still.has(permission),
    )
    return permissions.length === 0 ? [] : [{ scope, permissions }]
  })
}
