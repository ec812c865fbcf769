import { LOCALE } from '../ui/locale.ts'

const long = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** The day of a point of the chart; days are counted in UTC, so that everybody sees the same ones. */
export function pointDate(at: number): string {
  return long.format(at)
}

/** The same for an axis, without the year. */
export function axisDate(at: number): string {
  return short.format(at)
}
