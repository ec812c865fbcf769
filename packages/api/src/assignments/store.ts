import type {
  AssignmentId,
  GroupId,
  Instant,
  InvitationId,
  MemberId,
  NewId,
  OrganizationId,
  ProjectId,
  RoleId,
  UserId,
} from '@roster/domain'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'

/** Who holds a role: a member, a group, or whoever accepts an invitation. */
export type Subject =
  | { readonly member: MemberId }
  | { readonly group: GroupId }
  | { readonly invitation: InvitationId }

export interface NewAssignment {
  readonly organization: OrganizationId
  readonly subject: Subject
  readonly role: RoleId
  /** Null at the organization. */
  readonly project: ProjectId | null
  readonly expiresAt?: Instant | null
  readonly reason?: string | null
  readonly by: UserId | null
  readonly now: Instant
}

/**
 * Begins an assignment. Whether it may be given is the caller's rule to ask (`may-assign.ts`); that a subject holds
 * one role at a scope at a time is the database's to guarantee.
 */
export async function beginAssignment(
  tx: Transaction,
  newId: NewId,
  { organization, subject, role, project, expiresAt = null, reason = null, by, now }: NewAssignment,
): Promise<AssignmentId> {
  const id = newId('asg')
  await tx
    .insertInto('assignment')
    .values({
      id,
      organization_id: organization,
      member_id: 'member' in subject ? subject.member : null,
      group_id: 'group' in subject ? subject.group : null,
      invitation_id: 'invitation' in subject ? subject.invitation : null,
      role_id: role,
      project_id: project,
      since: now,
      until: null,
      expires_at: expiresAt,
      given_by: by,
      ended_by: null,
      reason,
    })
    .execute()
  return id
}

/** Ends an assignment; one that has ended keeps its end. */
export async function endAssignment(
  tx: Transaction,
  {
    organization,
    assignment,
    by,
    now,
  }: { organization: OrganizationId; assignment: AssignmentId; by: UserId | null; now: Instant },
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('id', '=', assignment)
    .where('until', 'is', null)
    .execute()
}
