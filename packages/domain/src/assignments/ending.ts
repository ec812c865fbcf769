import type { Instant } from '../ids.ts'

const DAY = 24 * 60 * 60 * 1_000

/** How many days before its end people are told of it, the earlier warning first. */
export const WARNED_DAYS_BEFORE = [7, 1] as const
export type WarnedDaysBefore = (typeof WARNED_DAYS_BEFORE)[number]

/** The first warning comes no earlier than this before the end, in milliseconds. */
export const FIRST_WARNING = WARNED_DAYS_BEFORE[0] * DAY

/**
 * The warning that is due at `now` for something that ends by itself, or null: each is due from its day on until the
 * next one is, so that one missed is made up for. What was given for less time than that is not warned of.
 */
export function warningDue(
  { since, expiresAt }: { readonly since: Instant; readonly expiresAt: Instant | null },
  now: Instant,
): WarnedDaysBefore | null {
  if (expiresAt === null || now >= expiresAt) return null
  const due = WARNED_DAYS_BEFORE.filter((days) => now >= expiresAt - days * DAY).at(-1)
  return due !== undefined && since <= expiresAt - due * DAY ? due : null
}

/** How a time-bound assignment stands: it lasts, it ends within a week, or it has ended by itself. */
export type EndingState = 'lasting' | 'ending' | 'expired'

/** Read off the clock at the moment of use. */
export function endingState(expiresAt: Instant | null, now: Instant): EndingState {
  if (expiresAt === null) return 'lasting'
  if (now >= expiresAt) return 'expired'
  return expiresAt - now <= FIRST_WARNING ? 'ending' : 'lasting'
}
