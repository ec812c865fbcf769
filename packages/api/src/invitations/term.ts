import {
  type AssignmentId,
  type HeldAssignment,
  type Instant,
  type InvitationId,
  mayGrant,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
  permissionsOf,
  Refusal,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** One thing an invitation gives to whoever accepts it: a role, at the organization or at a project. */
export interface Term {
  readonly invitation: InvitationId
  readonly assignment: AssignmentId
  readonly role: RoleRef
  readonly roleEnded: boolean
  readonly permissions: ReadonlySet<Permission>
  /** Null at the organization. */
  readonly project: ProjectId | null
  readonly projectEnded: boolean
  readonly expiresAt: Instant | null
  /** Who answers for it: who invited, edited or sent it again. */
  readonly givenBy: UserId | null
}

interface Organization {
  readonly id: OrganizationId
  readonly policies: OrganizationPolicies
}

interface TermRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions' | 'name'> {
  readonly id: AssignmentId
  readonly invitation_id: InvitationId
  readonly role_id: RoleId
  readonly role_until: Instant | null
  readonly project_id: ProjectId | null
  readonly project_until: Instant | null
  readonly expires_at: Instant | null
  readonly given_by: UserId | null
}

/** The live terms of open invitations, the role at the organization first. */
export async function termsOf(
  db: Reads,
  organization: Organization,
  invitations: readonly InvitationId[],
): Promise<ReadonlyMap<InvitationId, readonly Term[]>> {
  const { rows } = await sql<TermRow>`
    select a.id, a.invitation_id, a.role_id, a.project_id, a.expires_at, a.given_by, p.until as project_until,
           r.level, r.key, r.permissions, r.name, r.until as role_until
      from json_each(${JSON.stringify([...new Set(invitations)])}) j
      cross join assignment a
        on a.organization_id = ${organization.id} and a.invitation_id = j.value and a.until is null
      join role r on r.id = a.role_id
      left join project p on p.id = a.project_id
      order by a.project_id is not null, a.id
  `.execute(db)
  const terms = new Map<InvitationId, Term[]>()
  for (const row of rows) {
    const of = terms.get(row.invitation_id) ?? []
    of.push(term(row, organization.policies))
    terms.set(row.invitation_id, of)
  }
  return terms
}

function term(row: TermRow, policies: OrganizationPolicies): Term {
  return {
    invitation: row.invitation_id,
    assignment: row.id,
    role: roleRef({ id: row.role_id, key: row.key, name: row.name }),
    roleEnded: row.role_until !== null,
    permissions: permissionsOf(roleTerms(row), policies),
    project: row.project_id,
    projectEnded: row.project_until !== null,
    expiresAt: row.expires_at,
    givenBy: row.given_by,
  }
}

/** Whether somebody who holds this may give, or take away, all of these terms: `beyond-your-own`. */
export function mayGrantTerms(held: readonly HeldAssignment[], terms: readonly Term[]): true | Refusal {
  for (const { permissions, project } of terms) {
    const granted = mayGrant(held, permissions, project ?? undefined)
    if (granted instanceof Refusal) return granted
  }
  return true
}
