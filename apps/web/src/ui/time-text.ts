import { LOCALE } from './locale.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto', style: 'short' })
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
const exact = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' })

/** To the second, with the zone: what stands behind every shortened time. */
export function exactTime(at: number): string {
  return exact.format(at)
}

/** The day alone, without the year when it is this one. */
export function dateText(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return (sameYear ? day : dayAndYear).format(at)
}

/** "just now", "2 min ago", "yesterday", "in 6 days"; a date from thirty days on, in both directions. */
export function relativeTime(at: number, now: number): string {
  const passed = at - now
  const far = Math.abs(passed)
  if (far < MINUTE) return passed > 0 ? 'in a moment' : 'just now'
  if (far < HOUR) return relative.format(Math.trunc(passed / MINUTE), 'minute')
  const days = calendarDays(at, now)
  if (far < DAY && (days === 0 || far < 12 * HOUR)) return relative.format(Math.trunc(passed / HOUR), 'hour')
  if (Math.abs(days) < 30) return relative.format(days, 'day')
  return dateText(at, now)
}

/** Midnights between the two, so that "yesterday" means what people mean by it. */
function calendarDays(at: number, now: number): number {
  return Math.round((midnight(at) - midnight(now)) / DAY)
}

function midnight(at: number): number {
  const date = new Date(at)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}
