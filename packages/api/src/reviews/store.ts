import type { Decision, Outcome, ReviewId, ReviewItemId, RoleId, UserId } from '@roster/domain'
import { type OrganizationId, Refusal } from '@roster/domain'
import { sql } from 'kysely'
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

/** The items nobody has decided about, in their order: all, or the first `most`. */
export function undecidedItems(
  db: Reads,
  review: StoredReview,
  most: number = review.items,
): Promise<readonly StoredItem[]> {
  return db
    .selectFrom('review_item')
    .selectAll()
    .where('organization_id', '=', review.organization_id)
    .where('review_id', '=', review.id)
    .where('decision', 'is', null)
    .orderBy('position')
    .limit(most)
    .execute()
}

/** How many items the deadline has decided about. */
export async function decidedByNobody(db: Reads, review: StoredReview): Promise<number> {
  const { items } = await db
    .selectFrom('review_item')
    .select(({ fn }) => fn.countAll<number>().as('items'))
    .where('organization_id', '=', review.organization_id)
    .where('review_id', '=', review.id)
    .where('decision', 'is not', null)
    .where('decided_by', 'is', null)
    .executeTakeFirstOrThrow()
  return items
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

/** Writes decisions down, once and for all. */
export async function writeDecisions(
  tx: Transaction,
  organization: OrganizationId,
  decided: readonly Decided[],
): Promise<void> {
  const rows = decided.map(({ item, decision, to, by, at, note, outcome, refusal }) => [
    item,
    decision,
    to,
    by,
    at,
    note,
    outcome,
    refusal,
  ])
  await sql`
    update review_item set decision = j.value ->> 1, to_role_id = j.value ->> 2, decided_by = j.value ->> 3,
        decided_at = j.value ->> 4, note = j.value ->> 5, outcome = j.value ->> 6, refusal = j.value ->> 7
      from json_each(${JSON.stringify(rows)}) j
      where review_item.id = j.value ->> 0 and +review_item.organization_id = ${organization}
        and +review_item.decision is null
  `.execute(tx)
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
