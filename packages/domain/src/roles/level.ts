import type { Permission } from './permissions.ts'

/** Where a role is held. */
export type RoleLevel = 'organization' | 'project'

/** What may be held at a project, or at the organization for all of its projects. */
export type ProjectPermission = Extract<Permission, `project.${string}`>
/** What is only ever held at the organization. */
export type OrganizationPermission = Exclude<Permission, ProjectPermission>

/** Project permissions may be held at a project; the others only at the organization. */
export function isProjectPermission(permission: Permission): permission is ProjectPermission {
  return permission.startsWith('project.')
}
