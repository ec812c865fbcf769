import {
  canonicalUsername,
  decide,
  expiryFrom,
  type Instant,
  isId,
  type OrganizationPolicies,
  orThrow,
  type Recipient,
  Refusal,
} from '@roster/domain'
import { sql } from 'kysely'
import { assess, nothingSoFar } from '../../invitations/assess.ts'
import { invitationMail } from '../../invitations/mail.ts'
import { insertInvitations } from '../../invitations/store.ts'
import { invitationsById, type StoredInvitation } from '../../invitations/stored.ts'
import type { Reads } from '../../platform/writer.ts'
import { assignmentsEndedIn, giveAgain, mayGiveAgain } from './assignments.ts'
import { giveAgainPlaces, placesEndedIn } from './places.ts'
import type { Restored, UndoableEntry, UndoContext } from './scope.ts'

/**
 * Invites again whoever's invitation was revoked, on the same terms and with the same words. The old link stays
 * dead: a new one goes out by mail. Refuses as inviting does today, and with `beyond-your-own`.
 */
export async function restoreInvitation(context: UndoContext, entry: UndoableEntry): Promise<Restored> {
  const { tx, newId, organization, held, actor, now } = context
  orThrow(decide(held, 'invitations.send'))
  const revoked = await revokedBy(context, entry)
  const recipient = await recipientOf(tx, revoked)
  const [invitee] = await assess(tx, context, [recipient], nothingSoFar())
  if (!invitee || invitee instanceof Refusal) throw invitee ?? new Refusal('not-found')
  // Somebody was invited anew meanwhile: that invitation counts.
  if (invitee.supersedes.length > 0) throw new Refusal('already-invited')

  const of = sql`a.invitation_id = ${revoked.id}`
  const terms = await assignmentsEndedIn(tx, organization, entry.change, of)
  const own = terms.find(({ project }) => project === null)
  if (!own) throw new Refusal('undo-not-possible', { reason: 'it does not say what it gave' })
  orThrow(await mayGiveAgain(context, own, own.subject))
  const id = newId('inv')
  const mail = newId('msg')
  await insertInvitations(
    tx,
    newId,
    {
      organization: organization.id,
      by: actor.id,
      role: own.role.id,
      reason: own.reason,
      message: revoked.message,
      welcome: revoked.welcome,
      template: revoked.template,
      defaultProjects: revoked.defaultProjects,
      expiresAt: expiryOf(revoked, organization.policies, now),
      now,
    },
    [{ id, email: invitee.email, user: invitee.user, mail, places: { projects: [], groups: [] } }],
  )
  const subject = { invitation: id }
  for (const term of terms) {
    if (term.project !== null) await giveAgain(context, term, subject)
  }
  await giveAgainPlaces(
    context,
    await placesEndedIn(tx, organization, entry.change, sql`p.invitation_id = ${revoked.id}`),
    subject,
  )
  return {
    people: invitee.account ? [invitee.account] : [],
    shownBy: ['invitations'],
    facts: { invitation: id, former: revoked.id },
    outbox: [invitationMail(mail, { id, generation: 1 }, 'again')],
  }
}

async function revokedBy(
  { tx, organization }: UndoContext,
  { target, at }: UndoableEntry,
): Promise<StoredInvitation> {
  if (!target || !isId('inv', target.id)) throw new Refusal('not-found')
  const found = (await invitationsById(tx, organization.id, [target.id])).get(target.id)
  if (!found) throw new Refusal('not-found')
  if (found.state !== 'revoked' || found.closedAt !== at) throw new Refusal('changed-meanwhile')
  return found
}

/** Whom it was sent to, as it was sent: somebody invited by username stays so, and their address unseen. */
async function recipientOf(db: Reads, { email, user }: StoredInvitation): Promise<Recipient> {
  if (user === null) return { kind: 'email', email, given: email }
  const account = await db.selectFrom('user').select('username').where('id', '=', user).executeTakeFirst()
  const username = account?.username ? canonicalUsername(account.username) : null
  if (username === null || username instanceof Refusal) {
    throw new Refusal('undo-not-possible', { reason: 'the account has been deleted since' })
  }
  return { kind: 'username', username, given: username }
}

/** What is left of its time; one that would be over by now gets the usual time anew. */
function expiryOf(
  { expiresAt }: StoredInvitation,
  policies: OrganizationPolicies,
  now: Instant,
): Instant | null {
  return expiresAt !== null && expiresAt <= now ? orThrow(expiryFrom(undefined, policies, now)) : expiresAt
}
