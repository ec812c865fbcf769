import type { Instant } from '../ids.ts'

const DAY = 86_400_000
/** So long without activity, and somebody hardly needs a powerful role. */
export const IDLE_DAYS = 90
/** More owners than these are more than keep an organization safe. */
export const MOST_OWNERS = 3
/** So many days after the last review the next one is due. */
export const REVIEW_EVERY_DAYS = 180

/** What is known of who holds much. */
export interface KnownOfAccess<Role> {
  readonly now: Instant
  /** Since when the organization is there. */
  readonly since: Instant
  readonly members: number
  readonly owners: number
  /** How many hold a powerful role and were not active for `IDLE_DAYS`, by role. */
  readonly idle: readonly { readonly role: Role; readonly people: number; readonly capped: boolean }[]
  /** When the last review was closed, and whether one is under way. */
  readonly reviewedAt: Instant | null
  readonly reviewing: boolean
}

/** Where somebody may hold more than they need. */
export type AccessHint<Role> =
  | { readonly kind: 'idle-powerful'; readonly role: Role; readonly people: number; readonly capped: boolean }
  | { readonly kind: 'many-owners'; readonly owners: number }
  | { readonly kind: 'review-due'; readonly reviewedAt: Instant | null }

/**
 * Where access could be less (D40) or should be looked through again (D41). Somebody alone needs no review, and an
 * organization gets as long for its first as between any two.
 */
export function accessHints<Role>(known: KnownOfAccess<Role>): readonly AccessHint<Role>[] {
  const { now, since, members, owners, idle, reviewedAt, reviewing } = known
  const due = !reviewing && members > 1 && (reviewedAt ?? since) + REVIEW_EVERY_DAYS * DAY <= now
  return [
    ...idle.flatMap((one) => (one.people > 0 ? [{ kind: 'idle-powerful' as const, ...one }] : [])),
    ...(owners > MOST_OWNERS ? [{ kind: 'many-owners' as const, owners }] : []),
    ...(due ? [{ kind: 'review-due' as const, reviewedAt }] : []),
  ]
}
