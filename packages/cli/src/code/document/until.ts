import type { Instant } from '@roster/domain'

const DAY = 86_400_000

/** The moment at which something ends: a day counts to its end (UTC). Null where there is no such day. */
export function readUntil(text: string): Instant | null {
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) return null
  const [day = ''] = text.split('T')
  if (new Date(Date.parse(day)).toISOString().slice(0, 10) !== day) return null
  return text === day ? moment + DAY : moment
}

/** The shortest text that is read as this moment. */
export function untilText(until: Instant): string {
  const text = new Date(until).toISOString()
  if (until % DAY === 0) return new Date(until - DAY).toISOString().slice(0, 10)
  return text.replace('.000Z', 'Z')
}
