import { hash } from 'node:crypto'
import { canonicalJson } from '@roster/domain'
import type { Reads } from '../platform/writer.ts'
import type { StoredReview } from './store.ts'

/**
 * SHA-256 in hex over the canonical JSON (RFC 8785) of what a review decided: its terms, and each item with its
 * decision, by whom, when and with which outcome. The trail keeps the seal, so a report that was changed afterwards
 * does not match it. Notes are left out: they are free text and stay erasable.
 */
export async function sealOf(db: Reads, review: StoredReview): Promise<string> {
  const items = await db
    .selectFrom('review_item')
    .select(['id', 'assignment_id', 'member_id', 'group_id', 'project_id', 'role_id', 'reviewer_id'])
    .select(['decision', 'to_role_id', 'decided_by', 'decided_at', 'outcome'])
    .where('organization_id', '=', review.organization_id)
    .where('review_id', '=', review.id)
    .orderBy('position')
    .execute()
  const { id, scope, project_id, inactive_days, fallback, deadline, started_by, since } = review
  const terms = { id, scope, project_id, inactive_days, fallback, deadline, started_by, since }
  return hash('sha256', canonicalJson({ ...terms, items: items.map((item) => ({ ...item })) }))
}
