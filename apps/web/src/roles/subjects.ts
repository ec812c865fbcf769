import { ALL_PERMISSIONS, type Permission } from '@roster/domain'

/** What permissions are about: the word before the first dot. */
export type Subject = Permission extends `${infer Before}.${string}` ? Before : never

const TITLES = {
  organization: 'Organization',
  members: 'Members',
  invitations: 'Invitations',
  roles: 'Roles',
  audit: 'Audit trail',
  reviews: 'Access reviews',
  groups: 'Groups',
  projects: 'Projects',
  project: 'Inside every project',
} as const satisfies Record<Subject, string>

/** Nothing of these exists yet: roles say what they will allow, and the page says so. */
const TO_COME: ReadonlySet<string> = new Set<Subject>(['groups', 'projects', 'project'])

export type PermissionGroup = {
  subject: string
  title: string
  permissions: readonly Permission[]
  toCome: boolean
}

/** Every permission there is, by what it is about, in the order of the page. */
export const PERMISSION_GROUPS: readonly PermissionGroup[] = Object.entries(TITLES).map(
  ([subject, title]) => ({
    subject,
    title,
    permissions: ALL_PERMISSIONS.filter((permission) => permission.startsWith(`${subject}.`)),
    toCome: TO_COME.has(subject),
  }),
)
