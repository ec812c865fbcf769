import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'

const DAY_MS = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** A day as the calendar of UTC has it, like 2026-05-03; null for what is no day. */
export function dayStart(day: string): Instant | null {
  if (!SHAPE.test(day)) return null
  const start = Date.parse(`${day}T00:00:00Z`)
  // 30 February is read as 2 March by some; it is no day.
  return Number.isNaN(start) || dayAt(start) !== day ? null : start
}

/** The day in UTC that a moment belongs to. */
export function dayAt(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** A day, and the moment that stands for it. */
export type AsOf = {
  readonly day: string
  /** The last millisecond of the day, or now while the day lasts. */
  readonly at: Instant
  /** Whether it is the present. */
  readonly today: boolean
}

/**
 * What a day stands for: how things were when it ended, UTC, or how they are now for today. Refuses with
 * `invalid-input` for what is no day, and with `date-in-the-future`.
 */
export function asOfDay(day: string, now: Instant): AsOf | Refusal {
  const start = dayStart(day)
  if (start === null)
    return new Refusal('invalid-input', { field: 'asOf', reason: 'a day looks like 2026-05-03' })
  if (start > now) return new Refusal('date-in-the-future', { field: 'asOf' })
  const today = now < start + DAY_MS
  return { day, at: today ? now : start + DAY_MS - 1, today }
}
