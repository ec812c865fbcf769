import type { Instant, InvitationId, NewId, OrganizationId, RoleId, UserId } from '@roster/domain'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'
import type { Term } from './term.ts'

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
