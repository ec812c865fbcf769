import type { Chance } from '../../demo/chance.ts'
import { inputFor, type Pools } from './inputs.ts'
import type { RestTarget } from './rest-targets.ts'
import { asJson, hostile, noise } from './values.ts'

/** A request as the document describes it; each part of it is replaced by something hostile in `wild` of a hundred cases. */
export function requestFor(
  { path, query, body }: RestTarget,
  chance: Chance,
  pools: Pools,
  wild: number,
): {
  readonly url: string
  readonly body: string | null
  readonly headers: Readonly<Record<string, string>>
} {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = chance.percent(wild / 4) ? hostile(chance) : chance.pick(pools[name] ?? ['unknown'])
    return encodeURIComponent(textOf(value).slice(0, 500)) || 'x'
  })
  const asked = Object.entries(objectIn(inputFor(query, pools, chance, wild)))
    .filter(([name]) => name !== 'dry_run' || (wild > 0 && chance.percent(50)))
    .map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value).slice(0, 1_000))}`,
    )
  const url = `${filled}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
  const headers: Record<string, string> = {}
  if (wild > 0 && chance.percent(5)) headers['idempotency-key'] = `key-${chance.whole(1, 50)}`
  if (wild > 0 && chance.percent(3)) headers['if-match'] = `"${chance.whole(1, 50)}"`
  if (body === null) return { url, body: null, headers }
  headers['content-type'] = wild > 50 && chance.percent(3) ? 'text/plain' : 'application/json'
  const given = wild > 50 && chance.percent(25) ? noise(chance) : asJson(inputFor(body, pools, chance, wild))
  return { url, body: given, headers }
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
