import {
  type AssignmentId,
  type HeldAssignment,
  type Instant,
  type InvitationId,
  mayGiveAll,
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
import { type GroupTerm, groupTermsOf } from './group-term.ts'

/** Everything an open invitation gives. */
export interface Terms {
  /** The role at the organization first, then those at projects. */
  readonly roles: readonly Term[]
  readonly groups: readonly GroupTerm[]
}

export const NO_TERMS: Terms = { roles: [], groups: [] }

/** A role an invitation gives to whoever accepts it, at the organization or at a project. */
export interface Term {
  readonly invitation: InvitationId
  readonly assignment: AssignmentId
  readonly role: RoleRef
  /** What the role lets one do, in a sentence. */
  readonly roleSentence: string
  readonly roleEnded: boolean
  readonly permissions: ReadonlySet<Permission>
  /** Null at the organization. */
  readonly project: ProjectId | null
  readonly projectName: string | null
  readonly projectEnded: boolean
  readonly projectArchived: boolean
  readonly expiresAt: Instant | null
  /** Who answers for it: who invited, edited or sent it again. */
  readonly givenBy: UserId | null
  readonly reason: string | null
}

interface Organization {
  readonly id: OrganizationId
  readonly policies: OrganizationPolicies
}

interface TermRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions' | 'name' | 'description'> {
  readonly id: AssignmentId
  readonly invitation_id: InvitationId
  readonly role_id: RoleId
  readonly role_until: Instant | null
  readonly project_id: ProjectId | null
  readonly project_name: string | null
  readonly project_until: Instant | null
  readonly project_archived_at: Instant | null
  readonly expires_at: Instant | null
  readonly given_by: UserId | null
  readonly reason: string | null
}

/** What open invitations give at this moment. */
export async function termsOf(
  db: Reads,
  organization: Organization,
  invitations: readonly InvitationId[],
  now: Instant,
): Promise<ReadonlyMap<InvitationId, Terms>> {
  const { rows } = await sql<TermRow>`
    select a.id, a.invitation_id, a.role_id, a.project_id, a.expires_at, a.given_by, a.reason,
           p.name as project_name, p.until as project_until, p.archived_at as project_archived_at,
           r.level, r.key, r.permissions, r.name, r.description, r.until as role_until
      from json_each(${JSON.stringify([...new Set(invitations)])}) j
      cross join assignment a
        on a.organization_id = ${organization.id} and a.invitation_id = j.value and a.until is null
      join role r on r.id = a.role_id
      left join project p on p.id = a.project_id
      order by a.project_id is not null, a.id
  `.execute(db)
  const groups = await groupTermsOf(db, organization, invitations, now)
  const terms = new Map<InvitationId, { roles: Term[]; groups: readonly GroupTerm[] }>()
  for (const row of rows) {
    const of = terms.get(row.invitation_id) ?? { roles: [], groups: groups.get(row.invitation_id) ?? [] }
    of.roles.push(term(row, organization.policies))
    terms.set(row.invitation_id, of)
  }
  return terms
}

function term(row: TermRow, policies: OrganizationPolicies): Term {
  return {
    invitation: row.invitation_id,
    assignment: row.id,
    role: roleRef({ id: row.role_id, key: row.key, name: row.name }),
    roleSentence: row.description,
    roleEnded: row.role_until !== null,
    permissions: permissionsOf(roleTerms(row), policies),
    project: row.project_id,
    projectName: row.project_name,
    projectEnded: row.project_until !== null,
    projectArchived: row.project_archived_at !== null,
    expiresAt: row.expires_at,
    givenBy: row.given_by,
    reason: row.reason,
  }
}

/** Whether somebody who holds this may give, or take away, all that an invitation gives: `beyond-your-own`. */
export function mayGrantTerms(held: readonly HeldAssignment[], { roles, groups }: Terms): true | Refusal {
  for (const role of roles) {
    const granted = mayGrantTerm(held, role)
    if (granted instanceof Refusal) return granted
  }
  for (const { grants } of groups) {
    const granted = mayGiveAll(held, grants)
    if (granted instanceof Refusal) return granted
  }
  return true
}

/** The same for one role that it gives. */
export function mayGrantTerm(
  held: readonly HeldAssignment[],
  { permissions, project }: Pick<Term, 'permissions' | 'project'>,
): true | Refusal {
  return mayGrant(held, permissions, project ?? undefined)
}

/** The role at the organization, which every invitation gives. */
export function roleTermOf({ roles: [role] }: Terms): Term {
  if (!role || role.project !== null) throw new Error('an open invitation gives no role')
  return role
}

/** A role at a project that an invitation gives. */
export type ProjectRoleTerm = Term & { readonly project: ProjectId }

/** The roles at projects that it gives. */
export function projectTermsOf({ roles }: Terms): readonly ProjectRoleTerm[] {
  return roles.filter((term): term is ProjectRoleTerm => term.project !== null)
}
