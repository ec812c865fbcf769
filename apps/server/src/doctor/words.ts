const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** A size for people: `1.5 GB`. */
export function bytesInWords(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1_000 && unit < UNITS.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${unit === 0 ? size : size.toFixed(size < 10 ? 1 : 0)} ${UNITS[unit]}`
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A duration for people, in its largest unit: `3 days`. */
export function durationInWords(milliseconds: number): string {
  const [size, unit] =
    milliseconds >= 2 * DAY ? [DAY, 'days'] : milliseconds >= 2 * HOUR ? [HOUR, 'hours'] : [MINUTE, 'minutes']
  return `${Math.floor(milliseconds / size)} ${unit}`
}

/** A number with its noun: `1 entry`, `2 entries`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}
