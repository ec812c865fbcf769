import type { Instant } from '@roster/domain'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "Saturday, 28 November 2026, 14:05 UTC": one reading in every country, the same on every machine. */
export function exactly(at: Instant): string {
  const date = new Date(at)
  const day = `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  return `${day}, ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())} UTC`
}

/**
 * "in 7 days", "in 36 hours", "in 1 minute", seen from `now`; "now" when past. Rounded to the nearest unit, so
 * that a message sent some seconds after its link was made still says 7 days.
 */
export function ahead(at: Instant, now: Instant): string {
  const left = at - now
  if (left <= 0) return 'now'
  const minutes = Math.max(1, Math.round(left / MINUTE))
  if (minutes < 90 && minutes !== 60) return counted(minutes, 'minute')
  if (left < 1.5 * DAY) return counted(Math.round(left / HOUR), 'hour')
  return counted(Math.round(left / DAY), 'day')
}

function counted(count: number, unit: string): string {
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** The exact end of a link's life, followed by the time left seen from `now` where that is known. */
export function validity(until: Instant, now: Instant | undefined): string {
  return now === undefined ? exactly(until) : `${exactly(until)} (${ahead(until, now)})`
}
