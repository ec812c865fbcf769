import type { Decision, Outcome, ReviewId, ReviewItemId, RoleId, UserId } from '@roster/domain'
import { type OrganizationId, Refusal } from '@roster/domain'
import { listed } from '../platform/listed.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

export type StoredReview = Row<'review'>
export type StoredItem = Row<'review_item'>

/** The review of this organization with this id, or `not-found`. */
export async function reviewById(
  db: Reads,
  organization: OrganizationId,
  id: ReviewId,
): Promise<StoredReview | Refusal> {
  const row = await db
    .selectFrom('review')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? new Refusal('not-found', { field: 'review' })
}

/** Those of these items that belong to the review. */
export async function itemsById(
  db: Reads,
  review: StoredReview,
  ids: readonly ReviewItemId[],
): Promise<ReadonlyMap<ReviewItemId, StoredItem>> {
  const rows = await db
    .selectFrom('review_item')
    .selectAll()
    .where('organization_id', '=', review.organization_id)
    .where('review_id', '=', review.id)
    .where('id', 'in', listed(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The items nobody has decided about, in their order. */
export function undecidedItems(db: Reads, review: StoredReview): Promise<readonly StoredItem[]> {
  return db
    .selectFrom('review_item')
    .selectAll()
    .where('organization_id', '=', review.organization_id)
    .where('review_id', '=', review.id)
    .where('decision', 'is', null)
    .orderBy('position')
    .execute()
}

export interface Decided {
  readonly item: ReviewItemId
  readonly decision: Decision
  readonly to: RoleId | null
  /** Null when the deadline decided. */
  readonly by: UserId | null
  readonly at: number
  readonly note: string | null
  readonly outcome: Outcome
  readonly refusal: string | null
}

/** Writes a decision down, once and for all. */
export async function writeDecision(
  tx: Transaction,
  organization: OrganizationId,
  { item, decision, to, by, at, note, outcome, refusal }: Decided,
): Promise<void> {
  await tx
    .updateTable('review_item')
    .set({ decision, to_role_id: to, decided_by: by, decided_at: at, note, outcome, refusal })
    .where('organization_id', '=', organization)
    .where('id', '=', item)
    .where('decision', 'is', null)
    .execute()
}

/** Takes away what reviewers wrote about somebody whose account goes; what they decided stays, and its seal. */
export async function eraseReviewNotes(tx: Transaction, user: UserId): Promise<void> {
  await tx
    .updateTable('review_item')
    .set({ note: null })
    .where('user_id', '=', user)
    .where('note', 'is not', null)
    .execute()
}
