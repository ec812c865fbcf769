import type { Chance } from '../../demo/chance.ts'
import type { Conformity } from '../conformity.ts'
import type { Running } from '../running.ts'
import { INSIDE, LONGEST_REFUSAL, SLOW_MS } from './attack.ts'
import type { RestTarget } from './rest-targets.ts'
import type { State } from './state.ts'

export interface Asked {
  readonly method: string
  /** With its path from the root. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface Answered {
  /** Zero where the connection was closed without a word. */
  readonly status: number
  readonly type: string | null
  readonly replayed: boolean
  readonly text: string
  readonly took: number
}

/** Every status an attacker may get to see. */
const ALLOWED = new Set([
  0, 200, 201, 204, 206, 304, 400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 414, 415, 417, 422, 429, 431,
])
/** Codes that HTTP gives before a route is reached. */
const BEFORE = new Set(['no-such-route', 'method-not-allowed', 'malformed-request'])
const WITHOUT_KEY = new Set(['key-needed', 'key-invalid', 'rate-limited'])

/** Asks, from somewhere else each time, and waits for the answer. */
export async function exchange(
  server: Running,
  { method, url, headers, body }: Asked,
  key: string | undefined,
  chance: Chance,
): Promise<Answered> {
  const began = performance.now()
  const answer = await fetch(`${server.listening}${url}`, {
    method,
    headers: {
      authorization: `Bearer ${key ?? ''}`,
      'x-forwarded-for': `10.${chance.whole(0, 255)}.${chance.whole(0, 255)}.${chance.whole(1, 254)}`,
      ...headers,
    },
    ...(body !== null && { body }),
    signal: AbortSignal.timeout(4 * SLOW_MS),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    replayed: answer.headers.get('idempotent-replayed') === 'true',
    text,
    took: performance.now() - began,
  }
}

/** What is otherwise than promised; of a target, also otherwise than documented. What `reads` changes nothing. */
export function faultsOf(
  target: RestTarget | null,
  reads: boolean,
  { status, type, text, took }: Answered,
  state: State,
  conformity: Conformity,
): string[] {
  const faults: string[] = []
  if (!ALLOWED.has(status)) faults.push('a status nobody should see')
  if (took > SLOW_MS) faults.push(`took ${Math.round(took)} ms`)
  const code = /"code":"([a-z-]+)"/.exec(text)?.[1]
  if (target && !BEFORE.has(code ?? '')) {
    const fault = conformity.fault(target, status, type, text)
    if (fault) faults.push(fault)
  }
  if (status > 0 && status < 400) {
    const refused = refusedAll(text)
    if ((reads || refused) && state.changed())
      faults.push(reads ? 'read and changed something' : 'refused every item and changed something')
    state.changed()
    return faults
  }
  if (state.changed()) faults.push(`refused and changed something: ${state.where()}`)
  if (INSIDE.test(text)) faults.push('tells of the inside')
  if (text.length > LONGEST_REFUSAL) faults.push('says too much')
  if (!target) return faults
  if (!type?.startsWith('application/problem+json')) faults.push('is no problem document')
  if (!code) faults.push('does not say why')
  else if (!BEFORE.has(code) && !WITHOUT_KEY.has(code) && !target.codes.has(code))
    faults.push(`${code} is not documented`)
  return faults
}

/** A bulk answer in which nothing was done. */
export function refusedAll(text: string): boolean {
  return text.includes('"ok":false') && !text.includes('"ok":true')
}

/** Whether a repeat answers what was answered first: secrets are shown once. */
export function sameButSecrets(first: string, again: string): boolean {
  if (first === again) return true
  try {
    return alike(JSON.parse(first), JSON.parse(again))
  } catch {
    return false
  }
}

function alike(first: unknown, again: unknown): boolean {
  if (again === null) return first === null || typeof first === 'string'
  if (typeof first !== 'object' || first === null || typeof again !== 'object') return first === again
  const names = Object.keys(first)
  return (
    names.length === Object.keys(again).length &&
    names.every((name) => alike(Reflect.get(first, name), Reflect.get(again, name)))
  )
}
