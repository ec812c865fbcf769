import type {
  Closed,
  Email,
  Instant,
  InvitationId,
  InvitationState,
  MemberId,
  MessageId,
  NewId,
  OrganizationId,
  RoleId,
  UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { insertAssignments } from '../assignments/store.ts'
import type { Transaction } from '../platform/writer.ts'
import type { Places } from './places-offered.ts'
import type { StoredInvitation } from './stored.ts'
import { endTerms } from './terms.ts'

/** What all invitations of one call have in common. */
export interface Sending {
  readonly organization: OrganizationId
  readonly by: UserId
  readonly role: RoleId
  /** Why, where somebody said so. */
  readonly reason?: string | null
  readonly message: string | null
  readonly welcome: boolean
  /** Whether the mail carries the organization's own text. */
  readonly template?: boolean
  /** Whether whoever accepts also joins the projects that new members join. */
  readonly defaultProjects?: boolean
  readonly expiresAt: Instant | null
  readonly now: Instant
}

export interface NewInvitation {
  readonly id: InvitationId
  readonly email: Email
  readonly user: UserId | null
  /** The mail that will carry its link. */
  readonly mail: MessageId
  readonly places: Places
}

/** Writes open invitations and what each gives: a few statements, however many there are. */
export async function insertInvitations(
  tx: Transaction,
  newId: NewId,
  {
    organization,
    by,
    role,
    reason = null,
    message,
    welcome,
    template = true,
    defaultProjects = false,
    expiresAt,
    now,
  }: Sending,
  invitations: readonly NewInvitation[],
): Promise<void> {
  if (invitations.length === 0) return
  const rows = JSON.stringify(invitations.map(({ id, email, user, mail }) => [id, email, user, mail]))
  await sql`
    insert into invitation (id, organization_id, email, user_id, state, generation, message, welcome, template,
                            default_projects, invited_by, created_at, sent_at, expires_at, message_id)
      select value ->> 0, ${organization}, value ->> 1, value ->> 2, 'pending', 1, ${message},
             ${welcome ? 1 : 0}, ${template ? 1 : 0}, ${defaultProjects ? 1 : 0}, ${by}, ${now}, ${now},
             ${expiresAt}, value ->> 3
        from json_each(${rows})
  `.execute(tx)
  await insertAssignments(
    tx,
    invitations.flatMap(({ id: invitation, places }) =>
      [{ role, project: null, expiresAt: null }, ...places.projects].map((term) => ({
        ...term,
        id: newId('asg'),
        organization,
        subject: { invitation },
        reason,
        by,
        now,
      })),
    ),
  )
  const places = invitations.flatMap(({ id, places }) =>
    places.groups.map((group) => [newId('gme'), group, id]),
  )
  await sql`
    insert into group_member (id, organization_id, group_id, invitation_id, since, given_by)
      select value ->> 0, ${organization}, value ->> 1, value ->> 2, ${now}, ${by}
        from json_each(${JSON.stringify(places)})
  `.execute(tx)
}

/** Says whether whoever accepts also joins the projects that new members join. */
export async function setDefaultProjects(
  tx: Transaction,
  { id, organization }: StoredInvitation,
  joins: boolean,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ default_projects: joins ? 1 : 0 })
    .where('id', '=', id)
    .where('organization_id', '=', organization)
    .where('state', '=', sql.lit('pending'))
    .execute()
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
