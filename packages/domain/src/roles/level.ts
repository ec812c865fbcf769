import type { Permission } from './permissions.ts'

/** Where a role is held. */
export type RoleLevel = 'organization' | 'project'

/** Project permissions may be held at a project; the others only at the organization. */
export function isProjectPermission(permission: Permission): boolean {
  return permission.startsWith('project.')
}
