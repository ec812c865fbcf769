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
import { statement } from '../platform/statement.ts'
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

/** How often a role is held. Kept, not counted, but for what programs hold, which is little. */
export interface RoleTotals {
  /** By members, at the organization; service accounts are among them. */
  readonly members: number
  /** By members, in projects. */
  readonly places: number
  readonly groups: number
  readonly invitations: number
  /** How many API keys have it as their ceiling: they end with it. */
  readonly keys: number
}

export const NOBODY: RoleTotals = { members: 0, places: 0, groups: 0, invitations: 0, keys: 0 }

/** How often each of these roles is held; roles nobody ever held are left out. */
export async function totalsByRole(
  db: Reads,
  organization: OrganizationId,
  roles: readonly RoleId[],
): Promise<ReadonlyMap<RoleId, RoleTotals>> {
  const rows = await db
    .selectFrom('role_total')
    .select(['role_id', 'members', 'places', 'groups', 'invitations'])
    .where('role_id', 'in', listed(roles))
    .execute()
  const kept = new Map<RoleId, RoleTotals>(
    rows.map(({ role_id, ...totals }) => [role_id, { ...NOBODY, ...totals }]),
  )
  for (const { role, services, keys } of await heldByPrograms(db, { organization })) {
    const totals = kept.get(role) ?? NOBODY
    kept.set(role, { ...totals, members: totals.members + services, keys })
  }
  return kept
}

const heldByPrograms = statement<
  { readonly organization: OrganizationId },
  { readonly role: RoleId; readonly services: number; readonly keys: number }
>(`
  select role, sum(services) as services, sum(keys) as keys from (
    select a.role_id as role, 1 as services, 0 as keys
      from service_account s cross join assignment a on a.organization_id = s.organization_id
        and a.member_id = s.member_id and a.project_id is null and a.until is null
      where s.organization_id = :organization and s.until is null
    union all
    select k.role_id, 0, 1 from api_key k where k.organization_id = :organization and k.until is null
  ) group by role
`)

/**
 * Whether one of these assignments is the owner role of the organization. Under the ceiling of a key it counts only
 * where the key may hand the organization over as well: else an owner's narrow key would decide what owners decide.
 */
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
  return held.some(({ role, permissions }) => role === owner?.id && permissions.has('organization.transfer'))
}
