const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

/** A day of the calendar as YYYY-MM-DD, or undefined when it is none. */
export function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && partsOf(value) ? value : undefined
}

/** The first moment of a day where the reader is, or of one so many days later, in epoch milliseconds. */
export function dayStart(day: string, later = 0): number | undefined {
  const parts = partsOf(day)
  // By the calendar and not by adding 24 hours: some days have 23 or 25.
  return parts && new Date(parts.year, parts.month - 1, parts.day + later).getTime()
}

/** The day a moment lies in where the reader is, or so many days before. */
export function dayAt(moment: number, before = 0): string {
  const date = new Date(moment)
  date.setDate(date.getDate() - before)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function partsOf(day: string): { year: number; month: number; day: number } | undefined {
  const [, year, month, date] = (day.match(DAY) ?? []).map(Number)
  if (year === undefined || month === undefined || date === undefined || year < 1970) return undefined
  const back = new Date(year, month - 1, date)
  return back.getMonth() === month - 1 && back.getDate() === date ? { year, month, day: date } : undefined
}
