import type { OrganizationPolicies } from '../organizations/policies.ts'
import { type BuiltInKey, builtInRole, OWNERS_ONLY } from './built-in.ts'
import { isProjectPermission, type RoleLevel } from './level.ts'
import type { Permission } from './permissions.ts'

/** What a role row says about itself; `permissions` counts only for custom roles (`key` null). */
export type RoleTerms = {
  readonly level: RoleLevel
  readonly key: BuiltInKey | null
  readonly permissions: readonly Permission[]
}

/**
 * What a role allows here and now. Built-in roles answer from the table, custom ones from their row, limited to
 * their level. Under the policy "owners only" every organization role but owner loses members and invitations.
 */
export function permissionsOf(
  role: RoleTerms,
  policies: Pick<OrganizationPolicies, 'managedBy'>,
): ReadonlySet<Permission> {
  const named = termsOf(role)
  if (role.level === 'project') return new Set([...named].filter(isProjectPermission))
  if (policies.managedBy === 'admins' || role.key === 'owner') return named
  return new Set([...named].filter((permission) => !aboutPeople(permission)))
}

/** Of a built-in role the table's own set, for every call asks what it allows. */
function termsOf(role: RoleTerms): ReadonlySet<Permission> {
  if (role.key === null) return new Set(role.permissions)
  return builtInRole(role.level, role.key)?.permissions ?? new Set()
}

function aboutPeople(permission: Permission): boolean {
  return permission.startsWith('members.') || permission.startsWith('invitations.')
}

type Ranked = { readonly name: string; readonly permissions: Iterable<Permission> }

/** Least powerful first (fewest permissions, then by name): the order of every role picker. */
export function roleOrder(a: Ranked, b: Ranked): number {
  const difference = new Set(a.permissions).size - new Set(b.permissions).size
  if (difference !== 0) return difference
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

const ELEVATED: ReadonlySet<Permission> = new Set<Permission>([
  ...OWNERS_ONLY,
  'organization.update',
  'members.update',
  'members.remove',
  'members.reset-password',
  'invitations.send',
  'invitations.manage',
  'roles.manage',
  'groups.manage',
  'project.members.manage',
])

/** Whether giving this role deserves a warning and a confirmation: its holder decides about other people. */
export function isElevated(role: { readonly permissions: Iterable<Permission> }): boolean {
  return [...role.permissions].some((permission) => ELEVATED.has(permission))
}
