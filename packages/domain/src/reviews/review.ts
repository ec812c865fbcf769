import type { Instant, UserId } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** What a reviewer says of somebody's access. */
export const DECISIONS = ['keep', 'change', 'revoke'] as const
export type Decision = (typeof DECISIONS)[number]

/** What happens at the deadline to access that nobody decided about. */
export const FALLBACKS = ['keep', 'revoke'] as const
export type Fallback = (typeof FALLBACKS)[number]

/** An open review is decided about; a closed one is sealed; a cancelled one leaves what was decided so far. */
export const REVIEW_STATES = ['open', 'closed', 'cancelled'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** What became of an item: `moot` when the access had ended or changed by itself, `refused` when today's rules said no. */
export const OUTCOMES = ['kept', 'changed', 'revoked', 'moot', 'refused'] as const
export type Outcome = (typeof OUTCOMES)[number]

const SHORTEST = 3_600_000
const LONGEST = 366 * 86_400_000

/** A deadline lies between an hour and a year ahead: else `invalid-input`. */
export function reviewDeadline(at: Instant, now: Instant): Instant | Refusal {
  if (at >= now + SHORTEST && at <= now + LONGEST) return at
  return new Refusal('invalid-input', {
    field: 'deadline',
    reason: 'choose a moment between an hour and a year ahead',
  })
}

/**
 * Who decides about what: the reviewers take turns, and nobody gets an item about their own access. `holder` is null
 * for access that a group holds. Refuses with `not-your-own-access` when an item is left without a reviewer, and with
 * `invalid-input` when there is no reviewer at all.
 */
export function shareOut(
  holders: readonly (UserId | null)[],
  reviewers: readonly UserId[],
): readonly UserId[] | Refusal {
  const all = [...new Set(reviewers)]
  if (all.length === 0) {
    return new Refusal('invalid-input', { field: 'reviewers', reason: 'choose at least one person' })
  }
  const shares: UserId[] = []
  let turn = 0
  for (const holder of holders) {
    const first = all[turn % all.length]
    const reviewer = first === holder ? all[(turn + 1) % all.length] : first
    if (reviewer === undefined || reviewer === holder) {
      return new Refusal('not-your-own-access', { field: 'reviewers' })
    }
    shares.push(reviewer)
    turn += 1
  }
  return shares
}

/**
 * Whether somebody may decide about an item now: `review-closed` once the review is, `not-your-item` for anybody but
 * its reviewer, and `not-your-own-access` for whoever holds the access, even if it were theirs to decide.
 */
export function mayDecide(asked: {
  readonly state: ReviewState
  readonly reviewer: UserId
  readonly holder: UserId | null
  readonly by: UserId
}): true | Refusal {
  if (asked.state !== 'open') return new Refusal('review-closed', { state: asked.state })
  if (asked.reviewer !== asked.by) return new Refusal('not-your-item')
  return asked.holder === asked.by ? new Refusal('not-your-own-access') : true
}

/** Only an open review is closed or cancelled: else `review-closed`. */
export function mayEndReview(review: { readonly state: ReviewState }): true | Refusal {
  return review.state === 'open' ? true : new Refusal('review-closed', { state: review.state })
}
