import {
  type HeldAssignment,
  mayGrant,
  mayHoldByDefault,
  orThrow,
  type ProjectId,
  type ProjectRoleKey,
  Refusal,
  type RoleId,
  roleOrder,
} from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import { type Role, type RoleRef, rolesAt } from '../roles/store.ts'

type Within = Pick<Organization, 'id' | 'policies'>

/** The roles of projects by their id. */
export type ProjectRoles = ReadonlyMap<RoleId, Role>

/** The live roles of projects in this organization: a handful, whatever its size. */
export async function projectRolesOf(db: Reads, organization: Within): Promise<ProjectRoles> {
  return new Map((await rolesAt(db, organization, 'project')).map((role) => [role.id, role]))
}

/** The built-in role with this key; every organization has them from birth. */
export function builtIn(roles: ProjectRoles, key: ProjectRoleKey): Role {
  const role = [...roles.values()].find((one) => one.key === key)
  if (!role) throw new TypeError(`the organization has no project role ${key}`)
  return role
}

/** The role of a project with this id; `not-found` for none, `role-level-mismatch` for one of the organization. */
export async function projectRoleToGive(
  db: Reads,
  organization: Within,
  roles: ProjectRoles,
  id: RoleId,
  field: string,
): Promise<Role> {
  const role = roles.get(id)
  if (role) return role
  const other = (await rolesAt(db, organization, 'organization')).some((one) => one.id === id)
  throw new Refusal(other ? 'role-level-mismatch' : 'not-found', { field })
}

/**
 * The role that everybody who joins is to have in a project, if whoever says so may: refuses with
 * `beyond-your-own`, and with `owner-by-default`.
 */
export async function defaultRoleToGive(
  db: Reads,
  organization: Within,
  held: readonly HeldAssignment[],
  { roles, role, project }: { roles: ProjectRoles; role: RoleId; project: ProjectId },
): Promise<Role> {
  const given = await projectRoleToGive(db, organization, roles, role, 'defaultRole')
  orThrow(mayHoldByDefault(given))
  orThrow(mayGrant(held, given.permissions, project))
  return given
}

/** The reference alone. */
export function refOf({ id, key, name }: RoleRef): RoleRef {
  return { id, key, name }
}

/** The most powerful of some roles, or null of none. */
export function mostPowerful(ids: Iterable<RoleId>, roles: ProjectRoles): RoleRef | null {
  const known = [...new Set(ids)].flatMap((id) => roles.get(id) ?? [])
  const last = known.sort(roleOrder).at(-1)
  return last ? refOf(last) : null
}
