import {
  type HeldAssignment,
  ORGANIZATION_ROLE_KEYS,
  type OrganizationId,
  type OrganizationPolicies,
  type OrganizationRoleKey,
  type Permission,
  permissionsOf,
  type RoleId,
} from '@roster/domain'
import { listed } from '../platform/listed.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'

/** A role as other things point at it. */
export interface RoleRef {
  readonly id: RoleId
  /** Set for the built-in roles; code and pages ask for permissions, never for names. */
  readonly key: OrganizationRoleKey | null
  readonly name: string
}

/** A live role at the organization, with what it allows there under today's policies. */
export interface OrganizationRole extends RoleRef {
  readonly description: string
  readonly permissions: ReadonlySet<Permission>
}

/** The reference to a role at the organization, from its row. */
export function roleRef(row: Pick<Row<'role'>, 'id' | 'key' | 'name'>): RoleRef {
  return { id: row.id, key: ORGANIZATION_ROLE_KEYS.find((key) => key === row.key) ?? null, name: row.name }
}

/** The live roles at the organization, in no particular order. */
export async function organizationRoles(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly policies: OrganizationPolicies },
): Promise<readonly OrganizationRole[]> {
  const rows = await db
    .selectFrom('role')
    .select(['id', 'key', 'name', 'description', 'level', 'permissions'])
    .where('organization_id', '=', organization.id)
    .where('level', '=', 'organization')
    .where('until', 'is', null)
    .execute()
  return rows.map((row) => ({
    ...roleRef(row),
    description: row.description,
    permissions: permissionsOf(roleTerms(row), organization.policies),
  }))
}

/** How many members hold each role at the organization; roles nobody ever held are left out. Kept, not counted. */
export async function membersByRole(
  db: Reads,
  roles: readonly RoleId[],
): Promise<ReadonlyMap<RoleId, number>> {
  const rows = await db
    .selectFrom('role_total')
    .select(['role_id', 'members'])
    .where('role_id', 'in', listed(roles))
    .execute()
  return new Map(rows.map((row) => [row.role_id, row.members]))
}

/** Whether one of these assignments is the owner role of the organization. */
export async function holdsOwner(
  db: Reads,
  organization: OrganizationId,
  held: readonly HeldAssignment[],
): Promise<boolean> {
  const owner = await db
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', organization)
    .where('level', '=', 'organization')
    .where('key', '=', 'owner')
    .executeTakeFirst()
  return held.some((assignment) => assignment.role === owner?.id)
}
