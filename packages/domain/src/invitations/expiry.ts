import type { Instant } from '../ids.ts'
import type { OrganizationPolicies } from '../organizations/policies.ts'
import { Refusal } from '../refusal.ts'

/** A day in milliseconds. */
export const DAY = 86_400_000

/** The choices the form offers, in days (D38); the policy may allow others. */
export const EXPIRY_DAYS = [7, 14, 30] as const

type Policies = Pick<OrganizationPolicies, 'expiryDays'>

/**
 * When an invitation made now ends: after so many whole days, never (null) where the policy allows it, or after
 * the policy's default when nothing was chosen; else `expiry-out-of-range`.
 */
export function expiryFrom(
  days: number | null | undefined,
  policies: Policies,
  now: Instant,
): Instant | null | Refusal {
  const { default: usual, min, max, never } = policies.expiryDays
  const chosen = days === undefined ? usual : days
  if (chosen === null && never) return null
  if (chosen === null || !Number.isInteger(chosen) || chosen < min || chosen > max) {
    return new Refusal('expiry-out-of-range', { field: 'expiryDays', min, max })
  }
  return now + chosen * DAY
}

/**
 * When an invitation ends that is given so many whole days more, counted from its end or from now, whichever is
 * later; one that never ends stays so. It lasts no longer from now than one that is sent now: else
 * `expiry-out-of-range`.
 */
export function extendedUntil(
  expiresAt: Instant | null,
  days: number,
  { expiryDays: { max } }: Policies,
  now: Instant,
): Instant | null | Refusal {
  if (expiresAt === null) return null
  const until = Math.max(now, expiresAt) + days * DAY
  return Number.isInteger(days) && days >= 1 && until <= now + max * DAY
    ? until
    : new Refusal('expiry-out-of-range', { field: 'days', min: 1, max })
}

/** The choices to offer under these policies, in days: the presets within range and the default, in order. */
export function expiryChoices({ expiryDays }: Policies): readonly number[] {
  const presets = EXPIRY_DAYS.filter((days) => days >= expiryDays.min && days <= expiryDays.max)
  return [...new Set([...presets, expiryDays.default])].sort((a, b) => a - b)
}
