import {
  type MemberId,
  type OrganizationId,
  type OrganizationPolicies,
  permissionsOf,
  Refusal,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { roleTerms } from '../platform/role-terms.ts'
import type { Reads } from '../platform/writer.ts'
import { type Role, roleRef } from '../roles/store.ts'

type Within = { readonly id: OrganizationId; readonly policies: OrganizationPolicies }

/** A role at the organization with what it allows under today's policies. */
export type HeldRole = Omit<Role, 'description' | 'level'>

/** A live member somebody wants to do something to. */
export interface Target {
  readonly member: MemberId
  readonly user: UserId
  /** As the organization sees them. */
  readonly name: string
  readonly displayName: string | null
  readonly title: string | null
  readonly role: HeldRole
}

/**
 * The person with this membership of the organization, or `not-found`: also for one who has left or is elsewhere, and
 * for a service account.
 */
export async function targetOf(db: Reads, organization: Within, member: MemberId): Promise<Target | Refusal> {
  const row = await db
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .innerJoin('assignment as a', (join) =>
      join
        .onRef('a.organization_id', '=', 'm.organization_id')
        .onRef('a.member_id', '=', 'm.id')
        .on('a.project_id', 'is', null)
        .on('a.until', 'is', null),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select(['m.user_id', 'm.display_name', 'm.title', 'u.name as own_name'])
    .select(['r.id', 'r.level', 'r.key', 'r.name', 'r.permissions'])
    .where('m.organization_id', '=', organization.id)
    .where('m.id', '=', member)
    .where('m.until', 'is', null)
    .where('u.kind', '=', sql.lit('person'))
    .executeTakeFirst()
  if (!row) return new Refusal('not-found')
  return {
    member,
    user: row.user_id,
    name: row.display_name ?? row.own_name,
    displayName: row.display_name,
    title: row.title,
    role: { ...roleRef(row), permissions: permissionsOf(roleTerms(row), organization.policies) },
  }
}

/** The live role at this organization with this id; `not-found`, or `role-level-mismatch` for a project's. */
export async function roleToGive(db: Reads, organization: Within, id: RoleId): Promise<HeldRole | Refusal> {
  const row = await db
    .selectFrom('role')
    .select(['id', 'level', 'key', 'name', 'permissions'])
    .where('organization_id', '=', organization.id)
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!row) return new Refusal('not-found', { field: 'role' })
  if (row.level !== 'organization') return new Refusal('role-level-mismatch', { field: 'role' })
  return { ...roleRef(row), permissions: permissionsOf(roleTerms(row), organization.policies) }
}

/** Owners of the organization, two at the most: enough to know whether one remains. */
export async function someOwners(db: Reads, organization: OrganizationId): Promise<readonly MemberId[]> {
  const rows = await db
    .selectFrom('role as r')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'r.organization_id').onRef('a.role_id', '=', 'r.id'),
    )
    .select('a.member_id')
    .where('r.organization_id', '=', organization)
    .where('r.level', '=', 'organization')
    .where('r.key', '=', 'owner')
    .where('a.until', 'is', null)
    .where('a.member_id', 'is not', null)
    .limit(2)
    .execute()
  return rows.flatMap((row) => row.member_id ?? [])
}
