import {
  type Email,
  type Instant,
  type InvitationId,
  orThrow,
  Refusal,
  stillOpen,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { proofOf } from '../invitations/link.ts'
import { endTerms } from '../invitations/terms.ts'
import type { Call } from '../platform/call.ts'
import type { OpenAuditFacts } from '../platform/open-command.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

/** An invitation as it stands in a link: its id, and the secret with the letter that says how it travelled. */
export interface InvitationLink {
  readonly id: InvitationId
  readonly secret: string
}

/** An open invitation somebody may sign up through. */
export interface Invited {
  readonly id: InvitationId
  /** The link came in the mail to that address, and so proves the mailbox. A copied one does not. */
  readonly mailed: boolean
}

/**
 * Checks that a link opens an invitation and that it was sent to this address; whether to accept is asked later.
 * Refuses with `link-invalid`, `invitation-closed`, `invitation-expired`, and `wrong-recipient` for another address
 * or an invitation by username, whose account exists.
 */
export async function invitedBy(
  db: Reads,
  { links, now }: Pick<Call, 'links' | 'now'>,
  { id, secret }: InvitationLink,
  email: Email,
): Promise<Invited> {
  const invitation = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!invitation) throw new Refusal('link-invalid')
  const proof = orThrow(proofOf(links, invitation, secret))
  orThrow(stillOpen({ state: invitation.state, expiresAt: invitation.expires_at }, now))
  if (invitation.user_id !== null || invitation.email !== email) throw new Refusal('wrong-recipient')
  return { id, mailed: proof === 'mailed-link' }
}

/** Closes what an account was invited to by username, when the account goes; answers the entries to record. */
export async function closeInvitationsTo(
  tx: Transaction,
  user: UserId,
  now: Instant,
): Promise<OpenAuditFacts[]> {
  const closed = await tx
    .updateTable('invitation')
    .set({ state: 'declined', closed_at: now, closed_by: user })
    .where('user_id', '=', user)
    .where('state', '=', sql.lit('pending'))
    .returning(['id', 'organization_id'])
    .execute()
  for (const { id, organization_id: organization } of closed) {
    await endTerms(tx, { organization, invitation: id, by: user, now })
  }
  return closed.map(({ id, organization_id: organization }) => ({
    action: 'invitation.declined',
    organization,
    target: { kind: 'invitation', id },
    facts: { account_deleted: true },
  }))
}
