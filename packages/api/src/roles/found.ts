import {
  mayEditPermissions,
  mayRenameRole,
  type OrganizationId,
  type OrganizationPolicies,
  orThrow,
  Refusal,
  type RoleId,
  type RoleLevel,
  validRoleName,
} from '@roster/domain'
import type { Reads } from '../platform/writer.ts'
import { type Role, roleOf, type WithTerms } from './store.ts'

type Within = { readonly id: OrganizationId; readonly policies: OrganizationPolicies }

/** A live role somebody wants to change. */
export type FoundRole = Role & WithTerms

/** The live role of this organization with this id; refuses with `not-found`, also for another organization's. */
export async function roleFound(
  db: Reads,
  organization: Within,
  id: RoleId,
  field: 'role' | 'replaceWith' = 'role',
): Promise<FoundRole> {
  const row = await db
    .selectFrom('role')
    .select(['id', 'key', 'name', 'description', 'level', 'permissions'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field })
  return roleOf(row, organization.policies)
}

/** Refuses with `role-protected` what of a built-in role stays as it is. */
export function refuseProtected(
  role: FoundRole,
  change: { readonly name?: unknown; readonly description?: unknown; readonly permissions?: unknown },
): void {
  if (change.name !== undefined || change.description !== undefined) orThrow(mayRenameRole(role))
  if (change.permissions !== undefined) orThrow(mayEditPermissions(role))
}

/** The name, if no other live role of the level is called the same: else `name-taken`. */
export async function freeRoleName(
  db: Reads,
  organization: OrganizationId,
  { level, name, of }: { readonly level: RoleLevel; readonly name: string; readonly of: RoleId | null },
): Promise<string> {
  const others = await db
    .selectFrom('role')
    .select(['id', 'name'])
    .where('organization_id', '=', organization)
    .where('level', '=', level)
    .where('until', 'is', null)
    .execute()
  const free = validRoleName(
    name,
    others.filter(({ id }) => id !== of).map((other) => other.name),
  )
  if (free instanceof Refusal) throw new Refusal(free.code, { ...free.facts, field: 'name' })
  return free
}

/** Whether a group holds it, here or at a project, also one whose time is over: it can be renewed. */
export async function isHeldByGroups(db: Reads, role: RoleId): Promise<boolean> {
  const total = await db
    .selectFrom('role_total')
    .select('groups')
    .where('role_id', '=', role)
    .executeTakeFirst()
  return (total?.groups ?? 0) > 0
}
