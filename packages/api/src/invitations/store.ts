import type {
  AssignmentId,
  Closed,
  Email,
  Instant,
  InvitationId,
  InvitationState,
  MemberId,
  MessageId,
  OrganizationId,
  RoleId,
  UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Transaction } from '../platform/writer.ts'
import type { StoredInvitation } from './stored.ts'
import { endTerms } from './terms.ts'

/** What all invitations of one call have in common. */
export interface Sending {
  readonly organization: OrganizationId
  readonly by: UserId
  readonly role: RoleId
  readonly message: string | null
  readonly welcome: boolean
  readonly expiresAt: Instant | null
  readonly now: Instant
}

export interface NewInvitation {
  readonly id: InvitationId
  readonly email: Email
  readonly user: UserId | null
  /** The mail that will carry its link. */
  readonly mail: MessageId
  readonly assignment: AssignmentId
}

/** Writes open invitations and the role each gives: two statements, however many there are. */
export async function insertInvitations(
  tx: Transaction,
  { organization, by, role, message, welcome, expiresAt, now }: Sending,
  invitations: readonly NewInvitation[],
): Promise<void> {
  if (invitations.length === 0) return
  const rows = JSON.stringify(
    invitations.map(({ id, email, user, mail, assignment }) => [id, email, user, mail, assignment]),
  )
  await sql`
    insert into invitation (id, organization_id, email, user_id, state, generation, message, welcome,
                            invited_by, created_at, sent_at, expires_at, message_id)
      select value ->> 0, ${organization}, value ->> 1, value ->> 2, 'pending', 1, ${message},
             ${welcome ? 1 : 0}, ${by}, ${now}, ${now}, ${expiresAt}, value ->> 3
        from json_each(${rows})
  `.execute(tx)
  await sql`
    insert into assignment (id, organization_id, invitation_id, role_id, since, given_by)
      select value ->> 4, ${organization}, value ->> 0, ${role}, ${now}, ${by} from json_each(${rows})
  `.execute(tx)
}

/**
 * Closes an invitation with a rule's answer and nothing else, and ends what it gave. Throws when it was closed
 * already, which the rule would have refused.
 */
export async function close(
  tx: Transaction,
  { id, organization, state, closedAt }: Closed<StoredInvitation, Exclude<InvitationState, 'pending'>>,
  by: UserId | null,
  member: MemberId | null = null,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ state, closed_at: closedAt, closed_by: by, member_id: member })
    .where('id', '=', id)
    .where('organization_id', '=', organization)
    .where('state', '=', sql.lit('pending'))
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`invitation ${id} was closed twice`)
  await endTerms(tx, { organization, invitation: id, by, now: closedAt })
}

/** Writes what resending or extending changed; the words only if there are new ones. */
export async function renew(
  tx: Transaction,
  { id, organization, generation, expiresAt, sentAt, message }: StoredInvitation,
  mail: MessageId | undefined,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ generation, expires_at: expiresAt, sent_at: sentAt, message, ...(mail && { message_id: mail }) })
    .where('id', '=', id)
    .where('organization_id', '=', organization)
    .where('state', '=', sql.lit('pending'))
    .execute()
}

/** Notes the first time that its link was opened. */
export async function stampOpened(tx: Transaction, id: InvitationId, now: Instant): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ opened_at: now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .execute()
}
