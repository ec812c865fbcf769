import { setTimeout as pause } from 'node:timers/promises'
import { REST_ROOT } from '@roster/api'
import { type Chance, chance as chanceFrom } from '../../demo/chance.ts'
import { CURATED, well } from '../conforming/curated.ts'
import { Learned } from '../conforming/learned.ts'
import type { Prepared } from '../conforming/prepared.ts'
import type { Conformity } from '../conformity.ts'
import type { Attacked, Violation } from './attack.ts'
import type { Pools } from './inputs.ts'
import { authzenRequest } from './rest-authzen.ts'
import { type Answered, type Asked, exchange, faultsOf, refusedAll, sameButSecrets } from './rest-oracle.ts'
import { requestFor } from './rest-request.ts'
import { type RestTarget, restTargets } from './rest-targets.ts'
import { shout, wireRequest } from './rest-wire.ts'
import type { State } from './state.ts'

/** Who attacks, with which key; and what is well in which field, by its name on the wire. */
export interface RestCast {
  /** The ids of these keys, whose end would end the attack. */
  readonly own: readonly string[]
  readonly keys: Readonly<Record<string, string>>
  readonly pools: Pools
}

export interface AttackedRest extends Attacked {
  /** The routes that were answered with success. */
  readonly answered: ReadonlySet<string>
  /** How many calls that had been answered were made again under their name. */
  readonly repeated: number
}

/** Ends everything, so it comes rarely. */
const LETHAL = new Set(['organizations.delete', 'members.transferOwnership'])
/** An attacker with more rights finds more to attack. */
const OFTEN: readonly string[] = ['owner', 'owner', 'owner', 'admin', 'program']
const READING = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])
const MOST_KEPT = 200

interface Kept {
  readonly as: string
  readonly asked: Asked
  readonly answer: Answered
}

/**
 * Calls every documented route with every kind of key and with input that is valid, nearly valid, hostile and noise;
 * repeats what was answered, speaks broken HTTP, and asks the AuthZEN endpoints. A refusal changes nothing, says why by
 * a documented code, and tells nothing of the inside; a repeat answers the same and changes nothing; nothing is ever a
 * bug.
 */
export async function attackRest(
  { server, programs, there }: Prepared,
  state: State,
  conformity: Conformity,
  { seed, calls, now }: { readonly seed: number; readonly calls: number; readonly now: number },
): Promise<AttackedRest> {
  const { keys } = programs
  const chance = chanceFrom(seed)
  const learned = new Learned(programs.pools, [...programs.own, ...there.staying])
  const everybody = someOf([...Object.keys(keys), ...OFTEN])
  const everything = someOf(restTargets())
  const violations: Violation[] = []
  const statuses: Record<number, number> = {}
  const answered = new Set<string>()
  const kept: Kept[] = []
  let repeated = 0

  const judge = (as: string, asked: Asked, answer: Answered, faults: readonly string[]) => {
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    for (const what of faults)
      violations.push({
        what,
        as,
        path: `${asked.method} ${asked.url.slice(0, 300)}`,
        body: asked.body?.slice(0, 1_000) ?? '',
        status: answer.status,
        answer: answer.text.slice(0, 1_000),
      })
  }

  const callRoute = async () => {
    const as = chance.pick(everybody)
    const target = targetFrom(chance, everything)
    const kind = chance.whole(1, 100)
    const wild = kind > 75 ? 90 : kind > 40 ? 15 : 0
    const pools = { ...poolsFor(chance, learned), ...(wild === 0 && well(now)) }
    const exact = kind <= 60 ? CURATED[target.name]?.(learned, there, now) : undefined
    const { url, body, headers: own } = requestFor(target, chance, pools, wild, exact)
    const name = target.method === 'POST' && wild < 50 && chance.percent(30)
    const once = { 'idempotency-key': `once-${seed}-${chance.whole(1, 1e9)}` }
    const headers = { ...own, ...(name && once) }
    const asked = { method: target.method, url: `${REST_ROOT}${url}`, headers, body }
    const answer = await exchange(server, asked, keys[as], chance)
    judge(as, asked, answer, faultsOf(target, !target.writes, answer, state, conformity))
    if (answer.status >= 400) return
    answered.add(target.name)
    learned.note(target, url, body, answer.text)
    // Where nothing was done there is nothing to be kept: it may be tried again.
    const did = target.writes && !url.includes('dry_run') && !refusedAll(answer.text)
    if (name && did) kept.push({ as, asked, answer })
    if (kept.length > MOST_KEPT) kept.shift()
  }

  const callAgain = async ({ as, asked, answer: first }: Kept) => {
    const answer = await exchange(server, asked, keys[as], chance)
    repeated++
    const faults: string[] = []
    if (state.changed()) faults.push('was repeated and changed something')
    if (answer.status >= 500) faults.push('a status nobody should see')
    // Whoever may not do it any more is not told of it either.
    if (answer.status < 400) {
      if (!answer.replayed) faults.push('was repeated and not called so')
      if (!sameButSecrets(first.text, answer.text))
        faults.push(`was answered otherwise before: ${first.text.slice(0, 300)}`)
    }
    judge(as, asked, answer, faults)
  }

  const callBeside = async () => {
    const as = chance.pick(everybody)
    const asked = authzenRequest(chance, learned.pools)
    const answer = await exchange(server, asked, keys[as], chance)
    judge(as, asked, answer, faultsOf(null, true, answer, state, conformity))
  }

  const callBroken = async () => {
    const asked = wireRequest(chance, everything, poolsFor(chance, learned), keys.owner ?? '')
    const answer = await shout(server, asked.bytes)
    if (answer.status === 0) {
      // What nobody waited for may be done a little later.
      await pause(200)
      state.changed()
      return judge('owner', asked, answer, [])
    }
    const reads = READING.has(asked.method)
    const faults = faultsOf(null, reads, answer, state, conformity)
    if (isOurs(asked, answer) && !answer.type?.startsWith('application/problem+json'))
      faults.push('is no problem document')
    judge('owner', asked, answer, faults)
  }

  state.changed()
  for (let number = 0; number < calls; number++) {
    const what = chance.whole(1, 100)
    const again = kept.length > 0 ? chance.pick(someOf(kept)) : null
    if (what > 94) await callBroken()
    else if (what > 88) await callBeside()
    else if (what > 82 && again) await callAgain(again)
    else await callRoute()
  }
  return { violations, statuses, answered, repeated }
}

function targetFrom(chance: Chance, everything: readonly [RestTarget, ...RestTarget[]]): RestTarget {
  const target = chance.pick(everything)
  return LETHAL.has(target.name) && !chance.percent(3) ? chance.pick(everything) : target
}

/** A refusal by us, and not by what reads HTTP before there is a request. */
function isOurs({ method, url }: Asked, { status, type }: Answered): boolean {
  const before = status === 417 || type === 'application/json'
  return url.startsWith('/api/') && status >= 400 && method !== 'HEAD' && !before
}

/** What was learned, with names that nobody has yet. */
function poolsFor(chance: Chance, { pools }: Learned): Pools {
  const name = `${chance.pick(['Zoë', 'Ada', 'Site'])} ${chance.whole(1, 1_000_000)}`
  const guest = `guest-${chance.whole(1, 1_000_000)}@acme.test`
  return {
    ...pools,
    name: chance.percent(80) ? [name] : (pools.name ?? [name]),
    recipients: chance.percent(60) ? [guest] : (pools.recipients ?? [guest]),
  }
}

function someOf<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = values
  if (first === undefined) throw new Error('nothing to choose from')
  return [first, ...others]
}
