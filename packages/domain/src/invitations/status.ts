import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Invitation, InvitationState } from './invitation.ts'

/** What the outbox says about the newest mail of an invitation; none when there is no mail. */
export type Delivery = 'queued' | 'sent' | 'failed' | 'none'

/** What people see: a closed state as it is, an open one with its clock and its mail read in. */
export type InvitationStatus =
  | Exclude<InvitationState, 'pending'>
  | 'pending'
  | 'active'
  | 'expired'
  | 'undeliverable'

export const INVITATION_ACTIONS = ['resend', 'revoke', 'extend', 'edit', 'delete', 'copy-link'] as const
export type InvitationAction = (typeof INVITATION_ACTIONS)[number]

type Clocked = Pick<Invitation, 'state' | 'expiresAt'>

/** Two days: an open invitation with less than this left deserves a reminder (D43). */
const SOON = 48 * 3_600_000

/** Whether an open invitation ran out: read off the clock, never stored. A closed one does not expire. */
export function expired({ state, expiresAt }: Clocked, now: Instant): boolean {
  return state === 'pending' && expiresAt !== null && now >= expiresAt
}

/** Whether it is open and less than 48 hours are left. */
export function expiresSoon(invitation: Clocked, now: Instant): boolean {
  const { state, expiresAt } = invitation
  return state === 'pending' && expiresAt !== null && now < expiresAt && expiresAt - now < SOON
}

/** The status people see: `pending` means that the mail is on its way (D17), `active` that it was sent. */
export function status(invitation: Clocked, delivery: Delivery, now: Instant): InvitationStatus {
  if (invitation.state !== 'pending') return invitation.state
  if (expired(invitation, now)) return 'expired'
  if (delivery === 'failed') return 'undeliverable'
  return delivery === 'queued' ? 'pending' : 'active'
}

const ACTIONS = {
  pending: ['resend', 'revoke', 'copy-link'],
  active: ['resend', 'revoke', 'extend', 'edit', 'copy-link'],
  undeliverable: ['resend', 'revoke', 'edit', 'copy-link'],
  expired: ['resend', 'extend', 'delete'],
  accepted: [],
  declined: [],
  revoked: [],
  superseded: [],
  deleted: [],
} as const satisfies Record<InvitationStatus, readonly InvitationAction[]>

/** What the sender's side may do in a status (D16–D19, T19): the row menu and the commands both ask this. */
export function actionsFor(status: InvitationStatus): readonly InvitationAction[] {
  return ACTIONS[status]
}

/** `invitation-not-open` when the status does not allow the action. */
export function mayAct(action: InvitationAction, status: InvitationStatus): true | Refusal {
  return actionsFor(status).includes(action) ? true : new Refusal('invitation-not-open', { status })
}
