import { DICTIONARIES } from './generated/routes.ts'
import { camelCase, ROLE_GIVEN, snakeCase } from './names.ts'

/**
 * What is given, as it goes out: names in snake case, dates as RFC 3339 texts, `roleId` as `role`. Keys that are data
 * stay as they are.
 */
export function toWire(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(toWire)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([name, one]) => {
        const wire = wireName(name)
        return [wire, DICTIONARIES.has(wire) ? one : toWire(one)]
      }),
  )
}

/** What is answered, as it is handed on: names in camel case. Keys that are data stay as they are. */
export function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      camelCase(name),
      DICTIONARIES.has(name) ? one : fromWire(one),
    ]),
  )
}

/** What stands in a URL, as text. Lists are said one by one; what is not there is left out. */
export function toQuery(given: Readonly<Record<string, unknown>>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null) continue
      query.append(wireName(name), one instanceof Date ? one.toISOString() : String(one))
    }
  }
  return query
}

function wireName(name: string): string {
  return name === ROLE_GIVEN.given ? ROLE_GIVEN.wire : snakeCase(name)
}

/** Whether a value has fields. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
