import { useMinute } from './minute.ts'
import { dateText, exactTime, relativeTime } from './time-text.ts'

type TimeProps = {
  /** Epoch milliseconds. */
  at: number
  /** "date" for what is a day rather than a while ago. */
  as?: 'relative' | 'date' | undefined
}

/** A moment in short, exact on hover, right by the minute. */
export function Time({ at, as = 'relative' }: TimeProps) {
  const now = Math.max(useMinute(), as === 'relative' && at <= Date.now() ? at : 0)
  return (
    <time dateTime={new Date(at).toISOString()} data-tip={exactTime(at)} className="whitespace-nowrap">
      {as === 'date' ? dateText(at, now) : relativeTime(at, now)}
    </time>
  )
}
