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
import { sql } from 'kysely'
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
  given: NewAssignment,
): Promise<AssignmentId> {
  const id = newId('asg')
  await insertAssignments(tx, [{ ...given, id }])
  return id
}

/** Writes assignments whose ids are known already: one statement, however many there are. */
export async function insertAssignments(
  tx: Transaction,
  given: readonly (NewAssignment & { readonly id: AssignmentId })[],
): Promise<void> {
  if (given.length === 0) return
  const rows = given.map(({ id, organization, subject, role, project, expiresAt, reason, by, now }) => [
    id,
    organization,
    'member' in subject ? subject.member : null,
    'group' in subject ? subject.group : null,
    'invitation' in subject ? subject.invitation : null,
    role,
    project,
    now,
    expiresAt ?? null,
    by,
    reason ?? null,
  ])
  await sql`
    insert into assignment (id, organization_id, member_id, group_id, invitation_id, role_id, project_id, since,
                            expires_at, given_by, reason)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
             value ->> 7, value ->> 8, value ->> 9, value ->> 10
        from json_each(${JSON.stringify(rows)})
  `.execute(tx)
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
