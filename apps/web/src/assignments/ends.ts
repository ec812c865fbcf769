import { dayStart } from '../ui/days.ts'

const DAY = 86_400_000

/** The ends that are offered; `day` is one of the calendar. */
export const END_CHOICES = ['as-is', 'never', '7', '30', '90', '365', 'day'] as const
export type EndChoice = (typeof END_CHOICES)[number]

export const END_LABELS = {
  'as-is': 'No end, except where one is set already',
  never: 'No end',
  '7': 'In 7 days',
  '30': 'In 30 days',
  '90': 'In 90 days',
  '365': 'In a year',
  day: 'At the end of a day …',
} as const satisfies Record<EndChoice, string>

/** The end that is meant, in epoch milliseconds: null for ever, undefined to leave it, NaN for a day not chosen yet. */
export function endOf(choice: EndChoice, day: string, now: number): number | null | undefined {
  if (choice === 'as-is') return undefined
  if (choice === 'never') return null
  if (choice !== 'day') return now + Number(choice) * DAY
  const next = dayStart(day, 1)
  return next === undefined ? Number.NaN : next - 1
}
