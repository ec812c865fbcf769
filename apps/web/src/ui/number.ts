import { LOCALE } from './locale.ts'

const grouped = new Intl.NumberFormat(LOCALE)

/** A whole number with its groups, as the reader's language writes them: 15,204. */
export function count(value: number): string {
  return grouped.format(value)
}

/** "1 person", "12 people", "1,204 people". */
export function counted(value: number, one: string, many: string): string {
  return `${count(value)} ${value === 1 ? one : many}`
}
