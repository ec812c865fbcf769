import { decide, orThrow, Refusal, type ReviewId } from '@roster/domain'
import type { QueryContext } from '../platform/query.ts'
import { reviewById, type StoredReview } from './store.ts'

/**
 * A review for whoever may see it: those who read reviews, and its reviewers, who decide in person and so see it in
 * person. To anybody else it does not exist (`not-found`).
 */
export async function readableReview(
  { db, organization, held, actor }: Pick<QueryContext, 'db' | 'organization' | 'held' | 'actor'>,
  id: ReviewId,
): Promise<{ readonly review: StoredReview; readonly readsAll: boolean }> {
  const review = orThrow(await reviewById(db, organization.id, id))
  const readsAll = !(decide(held, 'reviews.read') instanceof Refusal)
  if (readsAll) return { review, readsAll }
  if (actor.kind === 'key') throw new Refusal('not-found', { field: 'review' })
  const own = await db
    .selectFrom('review_item')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('review_id', '=', id)
    .where('reviewer_id', '=', actor.id)
    .limit(1)
    .executeTakeFirst()
  if (!own) throw new Refusal('not-found', { field: 'review' })
  return { review, readsAll }
}
