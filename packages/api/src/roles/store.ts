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

/** Counting stops here at first: a small role costs its size, the big one is what remains of the total. */
const COUNTED_AT_FIRST = 5_000

/**
 * How many members hold each of the roles at the organization. Exact, and cheap at any size: every member holds
 * exactly one, so the biggest role is the maintained total without the others and is never walked.
 */
export async function membersByRole(
  db: Reads,
  organization: OrganizationId,
  roles: readonly RoleId[],
): Promise<ReadonlyMap<RoleId, number>> {
  const counts = new Map<RoleId, number>()
  const big: RoleId[] = []
  for (const role of roles) {
    const members = await countHolders(db, organization, role, COUNTED_AT_FIRST)
    if (members < COUNTED_AT_FIRST) counts.set(role, members)
    else big.push(role)
  }
  const rest = big.pop()
  for (const role of big)
    counts.set(role, await countHolders(db, organization, role, Number.MAX_SAFE_INTEGER))
  if (rest) {
    const { members } = await db
      .selectFrom('organization_total')
      .select('members')
      .where('organization_id', '=', organization)
      .executeTakeFirstOrThrow()
    counts.set(rest, members - [...counts.values()].reduce((sum, count) => sum + count, 0))
  }
  return counts
}

async function countHolders(
  db: Reads,
  organization: OrganizationId,
  role: RoleId,
  most: number,
): Promise<number> {
  const { count } = await db
    .selectFrom(
      db
        .selectFrom('assignment')
        .select('member_id')
        .where('organization_id', '=', organization)
        .where('role_id', '=', role)
        .where('until', 'is', null)
        .where('member_id', 'is not', null)
        .limit(most)
        .as('holder'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
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
