import type { Instant } from '@roster/domain'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const WAITS = [10 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR] as const
/** As long as mail servers themselves keep trying (RFC 5321 §4.5.4.1 asks for four to five days). */
const GIVE_UP_AFTER = 5 * 24 * HOUR

/**
 * When to try again after so many attempts; null gives up. `chance`, from 0 up to 1, spreads the wait by up to a
 * half, so that no crowd returns at once.
 */
export function nextAttempt(
  attempts: number,
  createdAt: Instant,
  now: Instant,
  chance: number,
): Instant | null {
  if (now - createdAt > GIVE_UP_AFTER) return null
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0]
  return now + wait + Math.floor((chance * wait) / 2)
}
