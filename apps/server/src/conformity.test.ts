import { setTimeout as pause } from 'node:timers/promises'
import { REST_ROOT, REST_ROUTES } from '@roster/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chance as chanceFrom } from './demo/chance.ts'
import { CURATED, well } from './testing/conforming/curated.ts'
import { Learned } from './testing/conforming/learned.ts'
import { type Prepared, prepared } from './testing/conforming/prepared.ts'
import { Conformity } from './testing/conformity.ts'
import { refusedAll } from './testing/hostile/rest-oracle.ts'
import { requestFor } from './testing/hostile/rest-request.ts'
import { type RestTarget, restTargets } from './testing/hostile/rest-targets.ts'

let all: Prepared
beforeAll(async () => {
  all = await prepared({ mail: true, webhooks: true })
}, 60_000)
afterAll(() => all.stop())

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
/** What ends things comes after what works on them, and what ends most comes last. */
const ENDING =
  /\.(archive|cancel|close|disable|end|purge|remove|reset|restore|revoke|transfer$|unnest|verify$)/
const ENDING_MORE = /\.(delete|offboard)|^(members|serviceAccounts|keys)\.re(move|voke)/
const LAST = ['members.transferOwnership', 'organizations.delete']
/** Of what is made there are some, since what ends it needs one of its own. */
const MADE = 3
const ROUNDS = 60

describe('the server and its document', () => {
  test('D48 every documented route is answered, as documented, by input that the document describes', async () => {
    const { server, programs, there } = all
    const now = Date.now()
    const conformity = new Conformity()
    const chance = chanceFrom(20_261_122)
    const learned = new Learned(well(now), [...programs.own, ...there.staying])
    const targets = restTargets()
    const waiting = new Map(targets.map((target) => [target, target.success === '201' ? MADE : 1]))
    const refused = new Map<string, string>()
    const faults: string[] = []
    const faulty = (target: RestTarget, { status, headers }: Response, text: string) => {
      const fault = conformity.fault(target, status, headers.get('content-type'), text)
      if (fault) faults.push(`${target.name} ${status}: ${fault} — ${text.slice(0, 300)}`)
    }
    const call = async (target: RestTarget) => {
      const pools = {
        ...learned.pools,
        name: [`${chance.pick(['Zoë', 'Ada', 'Site'])} ${chance.whole(1, 1_000_000)}`] as const,
        recipients: [`guest-${chance.whole(1, 1_000_000)}@acme.test`] as const,
      }
      const exact = CURATED[target.name]?.(learned, there, now)
      const { url, body, headers } = requestFor(target, chance, pools, 0, exact)
      const send = (query: string) =>
        fetch(`${server.listening}${REST_ROOT}${url}${query}`, {
          method: target.method,
          headers: { authorization: `Bearer ${programs.keys.owner}`, ...headers },
          ...(body !== null && { body }),
        })
      if ('dry_run' in (target.query.properties ?? {})) {
        const shown = await send(`${url.includes('?') ? '&' : '?'}dry_run=true`)
        faulty(target, shown, await shown.text())
      }
      const answer = await send('')
      const text = await answer.text()
      faulty(target, answer, text)
      if (!answer.ok || refusedAll(text)) {
        refused.set(target.name, `${target.method} ${url} ${body ?? ''} → ${text.slice(0, 300)}`)
        return
      }
      const left = (waiting.get(target) ?? 1) - 1
      if (left === 0) waiting.delete(target)
      else waiting.set(target, left)
      refused.delete(target.name)
      learned.note(target, url, body, text)
    }
    const rounds = async (which: (name: string) => boolean) => {
      for (let round = 0; round < ROUNDS; round++) {
        const these = [...waiting.keys()].filter(({ name }) => which(name))
        if (these.length === 0) return
        // Some wait for mail that is on its way.
        if (round > 5) await pause(20)
        for (const target of these) await call(target)
      }
    }
    const stage = (name: string) =>
      LAST.includes(name) ? 3 : ENDING_MORE.test(name) ? 2 : ENDING.test(name) ? 1 : 0
    for (const one of [0, 1, 2]) await rounds((name) => stage(name) === one)
    for (const last of LAST) await rounds((name) => name === last)
    expect(faults).toEqual([])
    expect(Object.fromEntries(refused)).toEqual({})
    expect([...waiting.keys()]).toEqual([])
  }, 240_000)

  test('every route that the server has is documented, and the document is served', async () => {
    const { server } = all
    const answer = await fetch(`${server.listening}/api/openapi.json`)
    const document: unknown = await answer.json()
    expect(document).toMatchObject({ openapi: '3.1.1', servers: [{ url: `${server.url}${REST_ROOT}` }] })
    const documented = restTargets().map(({ method, path }) => `${method} ${path}`)
    expect(documented.toSorted()).toEqual(
      REST_ROUTES.map(({ method, path }) => `${method} ${path}`).toSorted(),
    )
  })

  test('a method that a resource does not document is answered with those that it does', async () => {
    const { server } = all
    const targets = restTargets()
    for (const path of new Set(targets.map((target) => target.path))) {
      const url = path.replace(/\{\w+\}/g, 'x')
      const documented = targets.filter((target) => matches(target.path, url)).map(({ method }) => method)
      for (const method of METHODS.filter((one) => !documented.includes(one))) {
        const answer = await fetch(`${server.listening}${REST_ROOT}${url}`, { method })
        expect([url, method, answer.status]).toEqual([url, method, 405])
        expect(answer.headers.get('allow')?.split(', ').toSorted()).toEqual(
          [...new Set(documented)].toSorted(),
        )
      }
    }
    expect((await fetch(`${server.listening}${REST_ROOT}/members`)).status).toBe(404)
  })
})

function matches(path: string, url: string): boolean {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url)
}
