import { dayAt } from '@roster/domain'
import { LOCALE } from '../ui/locale.ts'

const DAY_MS = 86_400_000
const format = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'long', timeZone: 'UTC' })

/** A day of the calendar in words, wherever the reader is. */
export function dayText(day: string): string {
  return format.format(Date.parse(`${day}T00:00:00Z`))
}

/** The day it is in UTC, or was so many days ago: what earlier days are asked by. */
export function utcDay(now: number, before = 0): string {
  return dayAt(now - before * DAY_MS)
}
