const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took, to about two digits: "5 minutes", "3 hours", "2.5 days". */
export function durationText(ms: number): string {
  if (ms < MINUTE) return 'less than a minute'
  if (ms < HOUR) return said(Math.round(ms / MINUTE), 'minute')
  if (ms < DAY) return said(Math.round(ms / HOUR), 'hour')
  return said(Math.round((ms / DAY) * 10) / 10, 'day')
}

function said(many: number, one: string): string {
  return `${many} ${many === 1 ? one : `${one}s`}`
}
