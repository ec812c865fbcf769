import type { Instant } from '../ids.ts'
import { DAY } from './expiry.ts'
import type { Invitation } from './invitation.ts'
import { type Delivery, expiresSoon, status } from './status.ts'

/** An invitation younger than this needs no reminder: its mail was just there. */
const FRESH = DAY

/**
 * Whether invitee and sender are to be reminded (D43): it was delivered, runs out within 48 hours, is a day old, and
 * nobody was reminded of this very end before. An end that was moved is another one.
 */
export function dueForReminder(
  invitation: Pick<Invitation, 'state' | 'expiresAt'> & {
    readonly sentAt: Instant
    readonly remindedFor: Instant | null
  },
  delivery: Delivery,
  now: Instant,
): boolean {
  return (
    expiresSoon(invitation, now) &&
    status(invitation, delivery, now) === 'active' &&
    now - invitation.sentAt >= FRESH &&
    invitation.remindedFor !== invitation.expiresAt
  )
}

/**
 * Whether the personal data of an invitation is to be purged (D34): so many days after it was closed, or, since one
 * that ran out is as good as closed, after it expired. `days` null keeps everything.
 */
export function dueForPurge(
  invitation: Pick<Invitation, 'state' | 'expiresAt' | 'closedAt'>,
  days: number | null,
  now: Instant,
): boolean {
  const over = invitation.state === 'pending' ? invitation.expiresAt : invitation.closedAt
  return days !== null && over !== null && now >= over + days * DAY
}
