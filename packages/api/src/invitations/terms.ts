import type {
  AssignmentId,
  GroupId,
  Instant,
  InvitationId,
  NewId,
  OrganizationId,
  UserId,
} from '@roster/domain'
import { beginAssignment, endAssignment, type NewAssignment } from '../assignments/store.ts'
import { endPlace, putInGroup } from '../groups/store.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'
import type { GroupTerm } from './group-term.ts'
import type { Term, Terms } from './term.ts'

/** Where and by whom terms are changed. */
export interface Changing {
  readonly organization: OrganizationId
  readonly by: UserId
  readonly now: Instant
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
  for (const table of ['assignment', 'group_member'] as const) {
    await tx
      .updateTable(table)
      .set({ until: noEarlier(now), ended_by: by })
      .where('organization_id', '=', organization)
      .where('invitation_id', '=', invitation)
      .where('until', 'is', null)
      .execute()
  }
}

/** Makes somebody else answer for the terms: the same ones again, given by them. */
export async function endorse(
  tx: Transaction,
  newId: NewId,
  { roles, groups }: Terms,
  changing: Changing,
): Promise<void> {
  for (const term of roles) {
    if (term.givenBy === changing.by) continue
    await replaceTerm(tx, newId, term, { ...changing, role: term.role.id, reason: term.reason })
  }
  for (const term of groups) {
    if (term.givenBy === changing.by) continue
    await endGroupTerm(tx, term, changing)
    await beginGroupTerm(tx, newId, { ...changing, invitation: term.invitation, group: term.group })
  }
}

/** Ends a term and begins the one that takes its place; answers its assignment. */
export async function replaceTerm(
  tx: Transaction,
  newId: NewId,
  term: Term,
  { role, reason, ...changing }: Changing & Pick<NewAssignment, 'role'> & { readonly reason: string | null },
): Promise<AssignmentId> {
  await endTerm(tx, term, changing)
  const { project, expiresAt, invitation } = term
  return beginAssignment(tx, newId, {
    ...changing,
    subject: { invitation },
    role,
    project,
    expiresAt,
    reason,
  })
}

/** Ends a single role that an invitation gives. */
export function endTerm(
  tx: Transaction,
  { assignment }: Pick<Term, 'assignment'>,
  changing: Changing,
): Promise<void> {
  return endAssignment(tx, { ...changing, assignment })
}

/** Puts an invitation into a group: whoever accepts it is in the group. */
export async function beginGroupTerm(
  tx: Transaction,
  newId: NewId,
  { invitation, ...place }: Changing & { readonly invitation: InvitationId; readonly group: GroupId },
): Promise<void> {
  await putInGroup(tx, newId, { ...place, who: { invitation } })
}

/** Takes an invitation out of a group. */
export function endGroupTerm(
  tx: Transaction,
  { place }: Pick<GroupTerm, 'place'>,
  changing: Changing,
): Promise<void> {
  return endPlace(tx, { ...changing, place })
}
