import type { Email } from '../identity/email.ts'
import type { Instant, InvitationId, UserId } from '../ids.ts'
import type { OrganizationPolicies } from '../organizations/policies.ts'
import { Refusal } from '../refusal.ts'
import { extendedUntil } from './expiry.ts'
import { type Delivery, expired, mayAct, status } from './status.ts'

export const INVITATION_STATES = [
  'pending',
  'accepted',
  'declined',
  'revoked',
  'superseded',
  'deleted',
] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

export type Invitation = {
  readonly id: InvitationId
  readonly state: InvitationState
  /** Null stays open until it is answered or revoked. */
  readonly expiresAt: Instant | null
  /** Part of the link: a new generation makes every older link void. */
  readonly generation: number
  readonly email: Email
  /** The account it was addressed to by username; then the address does not matter. */
  readonly user: UserId | null
  readonly closedAt: Instant | null
}

/** The store closes an invitation with nothing else than a rule's answer. */
export type Closed<I, S extends InvitationState> = I & { readonly state: S; readonly closedAt: Instant }

/** How the caller came to the invitation: a mailed link proves the mailbox, a copied one does not. */
export type Proof = 'mailed-link' | 'copied-link' | 'none'

export type Answer = {
  readonly user: { readonly id: UserId; readonly email: Email; readonly verified: boolean }
  readonly proof: Proof
}

/**
 * The invitee joins. Refuses with `invitation-closed`, `invitation-expired`, `wrong-recipient` (another account),
 * and `email-not-verified` when neither a link nor an earlier verification stands for the address.
 * `provesMailbox` says that the account's address is verified by this.
 */
export function accept<I extends Invitation>(
  invitation: I,
  answer: Answer,
  now: Instant,
): (Closed<I, 'accepted'> & { readonly provesMailbox: boolean }) | Refusal {
  const open = answerable(invitation, answer, now)
  if (open !== true) return open
  const provesMailbox = answer.proof === 'mailed-link' && answer.user.email === invitation.email
  return { ...invitation, state: 'accepted', closedAt: now, provesMailbox }
}

/** The invitee says no, on the same conditions as `accept`; whoever holds the link may do so without an account. */
export function decline<I extends Invitation>(
  invitation: I,
  answer: Answer | { readonly user: null; readonly proof: Exclude<Proof, 'none'> },
  now: Instant,
): Closed<I, 'declined'> | Refusal {
  const open = answer.user === null ? stillOpen(invitation, now) : answerable(invitation, answer, now)
  return open === true ? { ...invitation, state: 'declined', closedAt: now } : open
}

/** The sender's side takes it back, also when it has expired: `invitation-not-open` once it is closed. */
export function revoke<I extends Invitation>(invitation: I, now: Instant): Closed<I, 'revoked'> | Refusal {
  const open = notClosed(invitation)
  return open === true ? { ...invitation, state: 'revoked', closedAt: now } : open
}

/** A newer invitation of the same organization and address takes its place: `invitation-not-open` once closed. */
export function supersede<I extends Invitation>(
  invitation: I,
  now: Instant,
): Closed<I, 'superseded'> | Refusal {
  const open = notClosed(invitation)
  return open === true ? { ...invitation, state: 'superseded', closedAt: now } : open
}

/** A new link and a new end, also when it has expired; the terms stay. `invitation-not-open` once closed. */
export function resend<I extends Invitation>(invitation: I, expiresAt: Instant | null): I | Refusal {
  const open = notClosed(invitation)
  return open === true ? { ...invitation, generation: invitation.generation + 1, expiresAt } : open
}

/**
 * Gives an active or expired invitation more days, as `extendedUntil` counts them. The link stays the same.
 * `invitation-not-open` in any other status, `expiry-out-of-range` beyond what the policies allow.
 */
export function extend<I extends Invitation>(
  invitation: I,
  { days, policies }: { days: number; policies: Pick<OrganizationPolicies, 'expiryDays'> },
  now: Instant,
  delivery: Delivery = 'sent',
): I | Refusal {
  const allowed = mayAct('extend', status(invitation, delivery, now))
  if (allowed !== true) return allowed
  const expiresAt = extendedUntil(invitation.expiresAt, days, policies, now)
  return expiresAt instanceof Refusal ? expiresAt : { ...invitation, expiresAt }
}

/** Whether its terms may be changed; the link stays the same. `invitation-not-open` when it is not active. */
export function edit<I extends Invitation>(invitation: I, delivery: Delivery, now: Instant): I | Refusal {
  const allowed = mayAct('edit', status(invitation, delivery, now))
  return allowed === true ? invitation : allowed
}

/** Takes an expired one off the list (D23); the audit trail keeps it. `invitation-not-open` for any other. */
export function remove<I extends Invitation>(invitation: I, now: Instant): Closed<I, 'deleted'> | Refusal {
  const allowed = mayAct('delete', status(invitation, 'none', now))
  return allowed === true ? { ...invitation, state: 'deleted', closedAt: now } : allowed
}

/** To the invitee: open and not run out, or why not. */
export function stillOpen(invitation: Pick<Invitation, 'state' | 'expiresAt'>, now: Instant): true | Refusal {
  if (invitation.state !== 'pending') return new Refusal('invitation-closed', { state: invitation.state })
  return expired(invitation, now) ? new Refusal('invitation-expired') : true
}

function answerable(invitation: Invitation, { user, proof }: Answer, now: Instant): true | Refusal {
  const open = stillOpen(invitation, now)
  if (open !== true) return open
  const recipient = invitation.user === null ? user.email === invitation.email : user.id === invitation.user
  if (!recipient) return new Refusal('wrong-recipient')
  return proof === 'none' && !user.verified ? new Refusal('email-not-verified') : true
}

function notClosed({ state }: Invitation): true | Refusal {
  return state === 'pending' ? true : new Refusal('invitation-not-open', { status: state })
}
