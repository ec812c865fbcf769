import type { InvitationState } from '../invitations/invitation.ts'

/** Invitations that are alike as far as the funnel is concerned. */
export interface FunnelRow {
  readonly state: InvitationState | 'deleted'
  readonly opened: boolean
  /** Pending, and past its time. */
  readonly expired: boolean
  readonly invitations: number
}

/** What became of invitations. `accepted`, `declined`, `expired`, `revoked` and `waiting` add up to `sent`. */
export interface Funnel {
  readonly sent: number
  /** Looked at; whoever answered has. */
  readonly opened: number
  readonly accepted: number
  readonly declined: number
  readonly expired: number
  readonly revoked: number
  readonly waiting: number
}

/**
 * Adds up what became of invitations. One that was replaced by a newer one to the same person counts once, as the
 * newer; one that was deleted after it ran out has expired.
 */
export function funnelOf(rows: readonly FunnelRow[]): Funnel {
  const counted = rows.filter(({ state }) => state !== 'superseded')
  const sum = (which: (row: FunnelRow) => boolean) =>
    counted.filter(which).reduce((all, { invitations }) => all + invitations, 0)
  const answered = ({ state }: FunnelRow) => state === 'accepted' || state === 'declined'
  return {
    sent: sum(() => true),
    opened: sum((row) => row.opened || answered(row)),
    accepted: sum(({ state }) => state === 'accepted'),
    declined: sum(({ state }) => state === 'declined'),
    expired: sum(({ state, expired }) => state === 'deleted' || (state === 'pending' && expired)),
    revoked: sum(({ state }) => state === 'revoked'),
    waiting: sum(({ state, expired }) => state === 'pending' && !expired),
  }
}

/**
 * The value that `share` (0 to 1) of the values do not exceed: the nearest rank, so that it is one of them. Null of
 * none. The values are sorted.
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
