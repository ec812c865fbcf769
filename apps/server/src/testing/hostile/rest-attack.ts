import { REST_ROOT } from '@roster/api'
import { chance as chanceFrom } from '../../demo/chance.ts'
import { Conformity } from '../conformity.ts'
import type { Running } from '../running.ts'
import { type Attacked, INSIDE, LONGEST_REFUSAL, SLOW_MS, type Violation } from './attack.ts'
import type { Pools } from './inputs.ts'
import { requestFor } from './rest-request.ts'
import { restTargets } from './rest-targets.ts'
import type { State } from './state.ts'

/** Who attacks, with which key; and what is well in which field, by its name on the wire. */
export interface RestCast {
  /** The id of the owner's own key, whose end would end everything. */
  readonly own: string
  readonly keys: Readonly<Record<string, string>>
  readonly pools: Pools
}

/** Every status an attacker may get to see. */
const ALLOWED = new Set([
  200, 201, 204, 304, 400, 401, 403, 404, 405, 409, 410, 412, 413, 414, 415, 422, 429, 431,
])
/** Codes that HTTP gives before a route is reached. */
const BEFORE = new Set([
  'no-such-route',
  'method-not-allowed',
  'key-needed',
  'key-invalid',
  'malformed-request',
])

/**
 * Calls every documented route with every kind of key and with input that is valid, nearly valid, hostile and noise. A
 * refusal changes nothing, says why by a documented code, and tells nothing of the inside; nothing is ever a bug.
 */
export async function attackRest(
  server: Running,
  { keys, pools }: RestCast,
  state: State,
  {
    seed,
    calls,
    say,
  }: { readonly seed: number; readonly calls: number; readonly say?: (done: number) => void },
): Promise<Attacked & { readonly answered: ReadonlySet<string> }> {
  const chance = chanceFrom(seed)
  const everybody = someOf(Object.keys(keys))
  const everything = someOf(restTargets())
  const violations: Violation[] = []
  const statuses: Record<number, number> = {}
  const answered = new Set<string>()
  const conformity = new Conformity()
  state.changed()
  for (let number = 0; number < calls; number++) {
    if (number % 1_000 === 0) say?.(number)
    const as = chance.pick(everybody)
    const target = chance.pick(everything)
    const kind = chance.whole(1, 100)
    const { url, body, headers } = requestFor(target, chance, pools, kind > 70 ? 90 : kind > 25 ? 25 : 0)
    const began = performance.now()
    const answer = await fetch(`${server.listening}${REST_ROOT}${url}`, {
      method: target.method,
      headers: {
        authorization: `Bearer ${keys[as] ?? ''}`,
        'x-forwarded-for': `10.${chance.whole(0, 255)}.${chance.whole(0, 255)}.${chance.whole(1, 254)}`,
        ...headers,
      },
      ...(body !== null && { body }),
      signal: AbortSignal.timeout(4 * SLOW_MS),
    })
    const text = await answer.text()
    const took = performance.now() - began
    const { status } = answer
    statuses[status] = (statuses[status] ?? 0) + 1
    const wrong = (what: string) =>
      violations.push({
        what,
        as,
        path: `${target.method} ${url.slice(0, 300)}`,
        body: body?.slice(0, 1_000) ?? '',
        status,
        answer: text.slice(0, 1_000),
      })
    if (!ALLOWED.has(status)) wrong('a status nobody should see')
    if (took > SLOW_MS) wrong(`took ${Math.round(took)} ms`)
    const fault = BEFORE.has(codeIn(text) ?? '')
      ? null
      : conformity.fault(target, status, answer.headers.get('content-type'), text)
    if (fault) wrong(fault)
    if (status < 400) {
      answered.add(target.name)
      if (target.method === 'GET' && state.changed()) wrong('read and changed something')
      if (text.includes('"ok":false') && !text.includes('"ok":true') && state.changed())
        wrong('refused every item and changed something')
      state.changed()
      continue
    }
    if (state.changed()) wrong('refused and changed something')
    if (INSIDE.test(text)) wrong('tells of the inside')
    if (text.length > LONGEST_REFUSAL) wrong('says too much')
    if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
      wrong('is no problem document')
    const code = codeIn(text)
    if (!code) wrong('does not say why')
    else if (!BEFORE.has(code) && !target.codes.has(code)) wrong(`${code} is not documented`)
  }
  return { violations, statuses, answered }
}

function codeIn(text: string): string | undefined {
  return /"code":"([a-z-]+)"/.exec(text)?.[1]
}

function someOf<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values
  if (first === undefined) throw new Error('nothing to choose from')
  return [first, ...others]
}
