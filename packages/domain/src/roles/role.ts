import { nameIdentity, plainName } from '../identity/name.ts'
import { Refusal } from '../refusal.ts'
import { type BuiltInKey, OWNERS_ONLY } from './built-in.ts'
import { isProjectPermission, type RoleLevel } from './level.ts'
import { isPermission, type Permission } from './permissions.ts'

/**
 * The canonical name of a custom or renamed role: `invalid-name`, or `name-taken` when one of `others` looks the
 * same. "Owner" is never free: people must be able to trust that word.
 */
export function validRoleName(name: string, others: Iterable<string>): string | Refusal {
  const canonical = plainName(name)
  if (canonical instanceof Refusal) return canonical
  const wanted = nameIdentity(canonical)
  for (const taken of ['owner', ...others]) {
    if (nameIdentity(taken) === wanted) return new Refusal('name-taken', { name: canonical })
  }
  return canonical
}

/**
 * The permissions of a custom role, each once: `invalid-input` for an unknown or an empty list,
 * `role-level-mismatch` when a project role asks for something that only holds at the organization.
 */
export function validRolePermissions(
  level: RoleLevel,
  names: readonly string[],
): ReadonlySet<Permission> | Refusal {
  if (names.length === 0) {
    return new Refusal('invalid-input', { field: 'permissions', reason: 'choose at least one permission' })
  }
  const permissions = new Set<Permission>()
  for (const name of names) {
    if (!isPermission(name)) {
      return new Refusal('invalid-input', { field: 'permissions', reason: 'there is an unknown permission' })
    }
    if (level === 'project' && !isProjectPermission(name)) {
      return new Refusal('role-level-mismatch', { permission: name })
    }
    permissions.add(name)
  }
  return permissions
}

/** The first of `roles` that allows exactly the same (D37 warns about it), or null. */
export function duplicateOf<R extends { readonly permissions: Iterable<Permission> }>(
  permissions: Iterable<Permission>,
  roles: readonly R[],
): R | null {
  const wanted = new Set(permissions)
  const same = (role: R) => {
    const has = new Set(role.permissions)
    return has.size === wanted.size && [...has].every((permission) => wanted.has(permission))
  }
  return roles.find(same) ?? null
}

/** Owner keeps its name in every organization: `role-protected`. The other roles may be called differently. */
export function mayRenameRole(role: { readonly key: BuiltInKey | null }): true | Refusal {
  return role.key === 'owner' ? new Refusal('role-protected') : true
}

/** What a built-in role allows is fixed: `role-protected`. Code and people rely on it. */
export function mayEditPermissions(role: { readonly key: BuiltInKey | null }): true | Refusal {
  return role.key === null ? true : new Refusal('role-protected')
}

/** A built-in role stays (`role-protected`), and so does one that people or invitations still hold (`role-in-use`). */
export function mayDeleteRole(role: {
  readonly holders: number
  readonly key?: BuiltInKey | null
}): true | Refusal {
  if ((role.key ?? null) !== null) return new Refusal('role-protected')
  return role.holders === 0 ? true : new Refusal('role-in-use', { holders: role.holders })
}

/**
 * Ownership is given to people by name: neither the owner role nor a custom one that holds what only owners hold
 * comes through a group (`owner-through-group`).
 */
export function mayHoldThroughGroup(role: {
  readonly key: BuiltInKey | null
  readonly permissions: Iterable<Permission>
}): true | Refusal {
  const ownership = role.key === 'owner' || [...role.permissions].some((p) => OWNERS_ONLY.has(p))
  return ownership ? new Refusal('owner-through-group') : true
}
