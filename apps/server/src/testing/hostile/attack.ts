import { type Chance, chance as chanceFrom } from '../../demo/chance.ts'
import type { Running } from '../running.ts'
import type { Cast } from './cast.ts'
import { inputFor, type Target, targets } from './inputs.ts'
import type { State } from './state.ts'
import { asJson, noise } from './values.ts'

/** What went otherwise than promised, with what to do it again. */
export interface Violation {
  readonly what: string
  readonly as: string
  readonly path: string
  readonly body: string
  readonly status: number
  readonly answer: string
}

export interface Attacked {
  readonly violations: readonly Violation[]
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<number, number>>
}

/** Every status an attacker may get to see; 410 is said as 412 by tRPC. */
const ALLOWED = new Set([200, 207, 400, 401, 403, 404, 405, 409, 412, 413, 414, 415, 422, 429, 431])
export const SLOW_MS = 5_000
export const LONGEST_REFUSAL = 2_000
/** What only somebody who knows the inside would say. */
export const INSIDE =
  /node_modules|\.ts:\d|\bat \w+ \(|SQLITE|constraint failed|select .+ from |insert into|\/tmp\/|\$argon2|password_hash|token_hash/i
/** Would end the attack rather than go on with it: signs out, leaves, ends the own session. */
const ENDS_IT = new Set(['identity.signOut', 'members.leave', 'identity.endSession'])

/** Calls everything there is as everybody, with inputs that are well, nearly well, hostile and noise; alone and together. */
export async function attack(
  server: Running,
  { cookies, pools }: Cast,
  state: State,
  { seed, calls }: { readonly seed: number; readonly calls: number },
): Promise<Attacked> {
  const chance = chanceFrom(seed)
  const everybody = someOf(Object.keys(cookies))
  const everything = someOf(targets().filter((target) => target.type !== 'subscription'))
  const violations: Violation[] = []
  const statuses: Record<number, number> = {}
  state.changed()
  for (let number = 0; number < calls; number++) {
    const as = chance.pick(everybody)
    const together = chance.percent(10)
    const asked = Array.from({ length: together ? chance.whole(2, 5) : 1 }, () => chance.pick(everything))
    const bodies = asked.map((target) => bodyFor(target, chance, pools))
    const body = together ? `{${bodies.map((one, index) => `"${index}":${one}`).join()}}` : (bodies[0] ?? '')
    const path = asked.map((target) => target.path).join()
    const began = performance.now()
    const answer = await fetch(`${server.listening}/trpc/${path}${together ? '?batch=1' : ''}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: server.url,
        cookie: cookies[as] ?? '',
        'x-forwarded-for': `10.${chance.whole(0, 255)}.${chance.whole(0, 255)}.${chance.whole(1, 254)}`,
      },
      body,
      signal: AbortSignal.timeout(4 * SLOW_MS),
    })
    const text = await answer.text()
    const took = performance.now() - began
    const { status } = answer
    statuses[status] = (statuses[status] ?? 0) + 1
    const wrong = (what: string) =>
      violations.push({ what, as, path, body: body.slice(0, 1_000), status, answer: text.slice(0, 1_000) })

    if (!ALLOWED.has(status)) wrong('a status nobody should see')
    if (took > SLOW_MS) wrong(`took ${Math.round(took)} ms`)
    if (status === 200) {
      if (allRefused(text) && state.changed()) wrong('refused every item and changed something')
      state.changed()
    } else if (status === 207) {
      if (/"code":"INTERNAL_SERVER_ERROR"/.test(text)) wrong('a bug')
      state.changed()
    } else {
      if (state.changed()) wrong('refused and changed something')
      if (INSIDE.test(text)) wrong('tells of the inside')
      if (!together && text.length > LONGEST_REFUSAL) wrong('says too much')
      if (!saysWhy(text)) wrong('does not say why')
    }
  }
  return { violations, statuses }
}

function bodyFor({ path, shape }: Target, chance: Chance, pools: Cast['pools']): string {
  const kind = chance.whole(1, 100)
  if (kind > 90) return noise(chance)
  const ends = ENDS_IT.has(path)
  const wild = kind > 70 ? 90 : kind > 25 || ends ? 25 : 0
  return asJson({ ...asObject(inputFor(shape, pools, chance, wild)), ...(ends && { superfluous: 1 }) })
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** Whether a bulk call was answered, and nothing of it was done. */
function allRefused(text: string): boolean {
  return text.includes('"ok":false') && !text.includes('"ok":true')
}

/** A refusal by its code and, where it is about an input, the field; or plain words where no procedure was reached. */
function saysWhy(text: string): boolean {
  const refusal = /"refusal":\{"code":"([a-z-]+)"/.exec(text)
  if (refusal) return refusal[1] !== 'invalid-input' || /"field":"/.test(text)
  return /"message":"[^"]+"/.test(text)
}

function someOf<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values
  if (first === undefined) throw new Error('nothing to choose from')
  return [first, ...others]
}
