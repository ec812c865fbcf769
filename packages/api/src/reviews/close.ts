import { mayEndReview, type Outcome, orThrow, Refusal } from '@roster/domain'
import { attempt } from '../platform/attempt.ts'
import type { AuditFacts } from '../platform/audit.ts'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type CarryContext, carryOut } from './carry-out.ts'
import { decisionFacts } from './decide.ts'
import { sealOf } from './seal.ts'
import { reviewById, type StoredItem, type StoredReview, undecidedItems, writeDecision } from './store.ts'

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

/**
 * Decides what is undecided by the fallback, as far as the rights of `context` go, seals the report and closes the
 * review; `by` is null for the deadline.
 */
export async function closeNow(
  context: CarryContext,
  review: StoredReview,
  by: StoredReview['closed_by'],
): Promise<{
  readonly seal: string
  readonly audit: readonly [AuditFacts, ...AuditFacts[]]
  readonly shownBy: readonly ['members', 'projects', 'groups', 'assignments']
}> {
  const { tx, organization, now } = context
  const audit: AuditFacts[] = []
  for (const item of await undecidedItems(tx, review)) audit.push(await fallBack(context, review, item, by))
  const seal = await sealOf(tx, review)
  await tx
    .updateTable('review')
    .set({ state: 'closed', closed_at: now, closed_by: by, seal })
    .where('organization_id', '=', organization.id)
    .where('id', '=', review.id)
    .execute()
  const own: AuditFacts = {
    target: { kind: 'review', id: review.id },
    facts: { items: review.items, by_fallback: audit.length, seal },
  }
  return { seal, audit: [own, ...audit], shownBy: ['members', 'projects', 'groups', 'assignments'] }
}

async function fallBack(
  context: CarryContext,
  { fallback }: StoredReview,
  item: StoredItem,
  by: StoredReview['closed_by'],
): Promise<AuditFacts> {
  const { tx, organization, now } = context
  const carried = await attempt(tx, () => carryOut(context, item, fallback, null, null))
  const outcome: Outcome = carried instanceof Refusal ? 'refused' : carried
  await writeDecision(tx, organization.id, {
    ...{ item: item.id, decision: fallback, to: null, by, at: now, note: null, outcome },
    refusal: carried instanceof Refusal ? carried.message : null,
  })
  return decisionFacts(item, fallback, null, outcome)
}
