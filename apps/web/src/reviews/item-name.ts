import type { ReviewItem } from './types.ts'

/** Whose access it is, as a list and a confirmation name it. */
export function itemName({ person, group }: Pick<ReviewItem, 'person' | 'group'>): string {
  return person?.name ?? group?.name ?? 'Somebody'
}

/** So many days without activity before the start, and a row says so. */
const USUAL = 90
const DAY = 86_400_000

/**
 * Whether somebody rested when the review started: for as long as it asks for, or ninety days. Whoever got the access
 * later than that had no time to rest, unless the review is of those who do. Groups never rest.
 */
export function isInactive(
  item: Pick<ReviewItem, 'person' | 'lastActiveAt' | 'since'>,
  review: { since: number; inactiveDays: number | null },
): boolean {
  if (!item.person) return false
  const before = review.since - (review.inactiveDays ?? USUAL) * DAY
  return (item.lastActiveAt ?? 0) < before && (review.inactiveDays !== null || item.since < before)
}
