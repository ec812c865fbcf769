import {
  type HeldAssignment,
  mayGrant,
  orThrow,
  type Permission,
  permissionsOf,
  Refusal,
  type RoleId,
} from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** A role that the caller may give. */
export interface OfferedRole extends RoleRef {
  readonly permissions: ReadonlySet<Permission>
}

/**
 * The role asked for, or the organization's default one. Refuses with `not-found` (also another organization's),
 * `role-level-mismatch` for a role at projects, and `beyond-your-own`.
 */
export async function roleOffered(
  db: Reads,
  { organization, held }: { readonly organization: Organization; readonly held: readonly HeldAssignment[] },
  asked: RoleId | undefined,
): Promise<OfferedRole> {
  const roles = db
    .selectFrom('role')
    .select(['id', 'key', 'name', 'level', 'permissions'])
    .where('organization_id', '=', organization.id)
    .where('until', 'is', null)
  const row = await (asked === undefined
    ? roles.where('level', '=', 'organization').where('key', '=', organization.policies.defaultRole)
    : roles.where('id', '=', asked)
  ).executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field: 'role' })
  if (row.level !== 'organization') throw new Refusal('role-level-mismatch', { field: 'role' })
  const permissions = permissionsOf(roleTerms(row), organization.policies)
  orThrow(mayGrant(held, permissions))
  return { ...roleRef(row), permissions }
}
