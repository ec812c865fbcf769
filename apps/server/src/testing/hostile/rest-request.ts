import type { Chance } from '../../demo/chance.ts'
import { inputFor, type Pools, type Shape } from './inputs.ts'
import type { RestTarget } from './rest-targets.ts'
import { asJson, hostile, noise } from './values.ts'

/**
 * A request as the document describes it; each part of it is replaced by something hostile in `wild` of a hundred cases.
 * What is `exact` stands where a field of the request has that name, and is left out where it is undefined.
 */
export function requestFor(
  { path, query, body }: RestTarget,
  chance: Chance,
  pools: Pools,
  wild: number,
  exact: Readonly<Record<string, unknown>> = {},
): {
  readonly url: string
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
} {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = chance.percent(wild / 4)
      ? hostile(chance)
      : (exact[name] ?? chance.pick(pools[name] ?? ['unknown']))
    return encodeURIComponent(textOf(value).slice(0, 500)) || 'x'
  })
  const asked = Object.entries({ ...objectIn(inputFor(query, pools, chance, wild)), ...own(query, exact) })
    .filter(([name]) => name !== 'dry_run' || (wild > 0 && chance.percent(50)))
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value).slice(0, 1_000))}`,
    )
  const url = `${filled}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
  const headers: Record<string, string> = {}
  if (wild > 0 && chance.percent(5)) headers['idempotency-key'] = `key-${chance.whole(1, 50)}`
  if (wild > 0 && chance.percent(3)) headers['if-match'] = `"${chance.whole(1, 50)}"`
  if (body === null) return { url, body: null, headers }
  headers['content-type'] = wild > 50 && chance.percent(3) ? 'text/plain' : 'application/json'
  const input = inputFor(body, pools, chance, wild)
  const fields = own(body, exact)
  const filledIn = Object.keys(fields).length > 0 ? { ...objectIn(input), ...fields } : input
  const given = wild > 50 && chance.percent(25) ? noise(chance) : asJson(filledIn)
  return { url, body: given, headers }
}

/** Of these fields the ones that a shape has. */
function own({ properties = {} }: Shape, fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(properties, name)))
}

/** What stands in a URL: no text that could not be put there. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',')
  const text = typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value)
  return text.toWellFormed()
}

function objectIn(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
