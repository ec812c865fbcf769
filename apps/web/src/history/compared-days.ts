import { asOfDay, Refusal } from '@roster/domain'
import type { ChangesSearch } from './search.ts'
import { utcDay } from './utc-day.ts'

/** How far back is looked when nothing else is said. */
const DAYS_BACK = 30

/** The days that are compared; days that have not begun, and such in the wrong order, become the nearest that work. */
export function daysOf({ from, to }: ChangesSearch, now: number): { from: string; to: string } {
  const begun = (day: string | undefined) =>
    day && !(asOfDay(day, now) instanceof Refusal) ? day : undefined
  const last = begun(to) ?? utcDay(now)
  const first = begun(from) ?? utcDay(now, DAYS_BACK)
  return { from: first < last ? first : utcDay(Date.parse(`${last}T00:00:00Z`), 1), to: last }
}
