import {
  type AssignmentId,
  type HeldAssignment,
  type Instant,
  type InvitationId,
  mayGrant,
  type NewId,
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
import type { Reads, Transaction } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** One thing an invitation gives to whoever accepts it: a role, at the organization or at a project. */
export interface Term {
  readonly invitation: InvitationId
  readonly assignment: AssignmentId
  readonly role: RoleRef
  readonly description: string
  readonly roleEnded: boolean
  readonly terms: ReturnType<typeof roleTerms>
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

interface TermRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions' | 'name' | 'description'> {
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
           r.level, r.key, r.permissions, r.name, r.description, r.until as role_until
      from json_each(${JSON.stringify(invitations)}) j
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
    description: row.description,
    roleEnded: row.role_until !== null,
    terms: roleTerms(row),
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

/** Ends whatever an invitation still gives. */
export async function endTerms(
  tx: Transaction,
  {
    organization,
    invitation,
    by,
    now,
  }: { organization: OrganizationId; invitation: InvitationId; by: UserId | null; now: Instant },
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('invitation_id', '=', invitation)
    .where('until', 'is', null)
    .execute()
}

/** The clock may have been set back meanwhile; nothing ends before it began. */
function noEarlier(now: Instant) {
  return sql<Instant>`max(since, ${now})`
}

/** Makes somebody else answer for the terms: the same ones again, given by them. */
export async function endorse(
  tx: Transaction,
  newId: NewId,
  terms: readonly Term[],
  { organization, by, now }: { organization: OrganizationId; by: UserId; now: Instant },
): Promise<void> {
  for (const term of terms) {
    if (term.givenBy !== by) await replaceTerm(tx, newId, term, { organization, role: term.role.id, by, now })
  }
}

/** Ends a term and begins the one that takes its place. */
export async function replaceTerm(
  tx: Transaction,
  newId: NewId,
  term: Term,
  { organization, role, by, now }: { organization: OrganizationId; role: RoleId; by: UserId; now: Instant },
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({ until: noEarlier(now), ended_by: by })
    .where('id', '=', term.assignment)
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .execute()
  await tx
    .insertInto('assignment')
    .values({
      id: newId('asg'),
      organization_id: organization,
      member_id: null,
      group_id: null,
      invitation_id: term.invitation,
      role_id: role,
      project_id: term.project,
      since: now,
      until: null,
      expires_at: term.expiresAt,
      given_by: by,
      ended_by: null,
      reason: null,
    })
    .execute()
}
