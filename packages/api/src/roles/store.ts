import {
  type BuiltInKey,
  type HeldAssignment,
  ORGANIZATION_ROLE_KEYS,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  PROJECT_ROLE_KEYS,
  permissionsOf,
  type RoleId,
  type RoleLevel,
} from '@roster/domain'
import { listed } from '../platform/listed.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'

/** A role as other things point at it. */
export interface RoleRef {
  readonly id: RoleId
  /** Set for the built-in roles; code and pages ask for permissions, never for names. */
  readonly key: BuiltInKey | null
  readonly name: string
}

/** A live role, with what it allows under today's policies. */
export interface Role extends RoleRef {
  readonly level: RoleLevel
  readonly description: string
  readonly permissions: ReadonlySet<Permission>
}

const KEYS: readonly BuiltInKey[] = [...new Set([...ORGANIZATION_ROLE_KEYS, ...PROJECT_ROLE_KEYS])]

/** The reference to a role, from its row. */
export function roleRef(row: Pick<Row<'role'>, 'id' | 'key' | 'name'>): RoleRef {
  return { id: row.id, key: KEYS.find((key) => key === row.key) ?? null, name: row.name }
}

/** What giving a role gives, whatever policies narrow it to today: they may be lifted. */
export interface WithTerms {
  readonly terms: ReadonlySet<Permission>
}

/** A role's row with what it allows today, and what it allows by its terms. */
export function roleOf(
  row: Pick<Row<'role'>, 'id' | 'key' | 'name' | 'description' | 'level' | 'permissions'>,
  policies: OrganizationPolicies,
): Role & WithTerms {
  const terms = roleTerms(row)
  const permissions = permissionsOf(terms, policies)
  const unnarrowed = { ...policies, managedBy: 'admins' } as const
  return {
    ...roleRef(row),
    description: row.description,
    level: row.level,
    permissions,
    terms: terms.key === null ? permissionsOf(terms, unnarrowed) : permissions,
  }
}

/** The live roles of a level, in no particular order. */
export async function rolesAt(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly policies: OrganizationPolicies },
  level: RoleLevel,
): Promise<readonly (Role & WithTerms)[]> {
  const rows = await db
    .selectFrom('role')
    .select(['id', 'key', 'name', 'description', 'level', 'permissions'])
    .where('organization_id', '=', organization.id)
    .where('level', '=', level)
    .where('until', 'is', null)
    .execute()
  return rows.map((row) => roleOf(row, organization.policies))
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

/** How often a role is held. Kept, not counted. */
export interface RoleTotals {
  /** By members, at the organization. */
  readonly members: number
  /** By members, in projects. */
  readonly places: number
  readonly groups: number
  readonly invitations: number
}

export const NOBODY: RoleTotals = { members: 0, places: 0, groups: 0, invitations: 0 }

/** How often each of these roles is held; roles nobody ever held are left out. */
export async function totalsByRole(
  db: Reads,
  roles: readonly RoleId[],
): Promise<ReadonlyMap<RoleId, RoleTotals>> {
  const rows = await db
    .selectFrom('role_total')
    .select(['role_id', 'members', 'places', 'groups', 'invitations'])
    .where('role_id', 'in', listed(roles))
    .execute()
  return new Map(rows.map(({ role_id, ...totals }) => [role_id, totals]))
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
