import { ALL_PERMISSIONS, isProjectPermission, type Permission, type RoleLevel } from '@roster/domain'

/** What permissions are about: the word before the first dot. */
export type Subject = Permission extends `${infer Before}.${string}` ? Before : never

const TITLES = {
  organization: 'Organization',
  members: 'Members',
  invitations: 'Invitations',
  roles: 'Roles',
  groups: 'Groups',
  projects: 'Projects',
  project: 'Inside every project',
  keys: 'API keys',
  webhooks: 'Webhooks',
  reviews: 'Access reviews',
  audit: 'Audit trail',
} as const satisfies Record<Subject, string>

export type PermissionGroup = {
  subject: string
  title: string
  permissions: readonly Permission[]
}

/** Every permission there is, by what it is about, in the order of the page. */
const PERMISSION_GROUPS: readonly PermissionGroup[] = Object.entries(TITLES).map(([subject, title]) => ({
  subject,
  title,
  permissions: ALL_PERMISSIONS.filter((permission) => permission.startsWith(`${subject}.`)),
}))

/** Those that a role of this level can allow. */
export function permissionGroups(level: RoleLevel): readonly PermissionGroup[] {
  if (level === 'organization') return PERMISSION_GROUPS
  return PERMISSION_GROUPS.flatMap((group) =>
    group.permissions.every(isProjectPermission) ? [{ ...group, title: 'Inside the project' }] : [],
  )
}
