import { mayEndReview, orThrow, Refusal } from '@roster/domain'
import type { AuditFacts } from '../platform/audit.ts'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { CarryContext } from './carry-out.ts'
import { decisionFacts } from './decide.ts'
import { fallBackOn } from './fall-back.ts'
import { sealOf } from './seal.ts'
import {
  type Decided,
  decidedByNobody,
  reviewById,
  type StoredReview,
  undecidedItems,
  writeDecisions,
} from './store.ts'

const TheReview = inOrganization({ review: IdOf('rev') })

/**
 * Closes a review before its deadline: what nobody decided about goes as the review said it would, by the caller's
 * rights, and the report is sealed. Refuses with `not-found`, `review-closed`.
 */
export const closeReview = command({
  permission: 'reviews.manage',
  records: 'review.closed',
  input: TheReview,
  async run(context, { review: id }) {
    const { tx, newId, organization, actor } = context
    const review = orThrow(await reviewById(tx, organization.id, id))
    orThrow(mayEndReview(review))
    const closed = await closeNow({ ...context, newAssignment: () => newId('asg') }, review, actor.id)
    return { result: { seal: closed.seal }, ...closed }
  },
})

/** Calls a review off: what was decided stays, and nothing more happens. Refuses with `not-found`, `review-closed`. */
export const cancelReview = command({
  permission: 'reviews.manage',
  records: 'review.cancelled',
  input: TheReview,
  async run({ tx, organization, actor, now }, { review: id }) {
    const review = orThrow(await reviewById(tx, organization.id, id))
    orThrow(mayEndReview(review))
    await tx
      .updateTable('review')
      .set({ state: 'cancelled', closed_at: now, closed_by: actor.id })
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .execute()
    return { result: {}, audit: { target: { kind: 'review', id }, facts: { decided: review.decided } } }
  },
})

const SHOWN_BY = ['members', 'projects', 'groups', 'assignments'] as const

/**
 * Decides by the fallback what is undecided, or the first `most` of it, as far as the rights of `context` go; `by` is
 * null for the deadline.
 */
export async function decideByFallback(
  context: CarryContext,
  review: StoredReview,
  by: StoredReview['closed_by'],
  most?: number,
): Promise<{ readonly audit: readonly AuditFacts[]; readonly shownBy: typeof SHOWN_BY }> {
  const { tx, organization, now } = context
  const undecided = await undecidedItems(tx, review, most)
  const outcomes = await fallBackOn(context, review.fallback, undecided)
  const decided = undecided.map((item): Decided => {
    const carried = outcomes.get(item.id) ?? 'moot'
    const refusal = carried instanceof Refusal ? carried.message : null
    return {
      ...{ item: item.id, decision: review.fallback, to: null, by, at: now, note: null, refusal },
      outcome: carried instanceof Refusal ? 'refused' : carried,
    }
  })
  await writeDecisions(tx, organization.id, decided)
  const audit = undecided.map((item, index) =>
    decisionFacts(item, review.fallback, null, decided[index]?.outcome ?? 'moot'),
  )
  return { audit, shownBy: SHOWN_BY }
}

/** Decides what is left by the fallback, seals the report and closes the review; `by` is null for the deadline. */
export async function closeNow(
  context: CarryContext,
  review: StoredReview,
  by: StoredReview['closed_by'],
): Promise<{
  readonly seal: string
  readonly audit: readonly [AuditFacts, ...AuditFacts[]]
  readonly shownBy: typeof SHOWN_BY
}> {
  const { tx, organization, now } = context
  const { audit, shownBy } = await decideByFallback(context, review, by)
  const byDeadline = await decidedByNobody(tx, review)
  const seal = await sealOf(tx, review)
  await tx
    .updateTable('review')
    .set({ state: 'closed', closed_at: now, closed_by: by, seal })
    .where('organization_id', '=', organization.id)
    .where('id', '=', review.id)
    .execute()
  const own: AuditFacts = {
    target: { kind: 'review', id: review.id },
    facts: { items: review.items, by_fallback: byDeadline + (by === null ? 0 : audit.length), seal },
  }
  return { seal, audit: [own, ...audit], shownBy }
}
