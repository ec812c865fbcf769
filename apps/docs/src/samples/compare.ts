import { isDeepStrictEqual } from 'node:util'

/** In documented output: something that is another time something else. */
const ANYTHING = '…'
const ID = /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** Whether text was printed as documented; `…` stands for anything. */
export function printsAs(documented: string, printed: string): boolean {
  const pattern = documented
    .trim()
    .split(ANYTHING)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*?')
  return new RegExp(`^${pattern}$`).test(printed.trim())
}

/**
 * Whether a value is as documented: ids of the same kind and instants are alike, `"…"` is anything, and a list that
 * ends with it may go on. Fields are the same, no more and no fewer, unless a field called `…` says that there are more.
 */
export function isAs(documented: unknown, actual: unknown): boolean {
  if (typeof documented === 'string')
    return typeof actual === 'string' ? textIsAs(documented, actual) : documented === ANYTHING
  if (Array.isArray(documented)) return Array.isArray(actual) && listIsAs(documented, actual)
  if (!isObject(documented)) return isDeepStrictEqual(documented, actual)
  if (!isObject(actual)) return false
  const names = Object.keys(documented).filter((name) => name !== ANYTHING)
  const complete = ANYTHING in documented || names.length === Object.keys(actual).length
  return complete && names.every((name) => name in actual && isAs(documented[name], actual[name]))
}

function textIsAs(documented: string, actual: string): boolean {
  const kind = ID.exec(documented)?.[1]
  if (kind !== undefined) return ID.exec(actual)?.[1] === kind
  if (INSTANT.test(documented)) return INSTANT.test(actual)
  return printsAs(documented, actual)
}

function listIsAs(documented: readonly unknown[], actual: readonly unknown[]): boolean {
  const goesOn = documented.at(-1) === ANYTHING
  const shown = goesOn ? documented.slice(0, -1) : documented
  if (goesOn ? actual.length < shown.length : actual.length !== shown.length) return false
  return shown.every((one, index) => isAs(one, actual[index]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
