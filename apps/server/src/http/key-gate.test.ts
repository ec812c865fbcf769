import { REST_ROOT } from '@roster/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../testing/hostile/cast.ts'
import type { RestCast } from '../testing/hostile/rest-attack.ts'
import { restCast } from '../testing/hostile/rest-cast.ts'
import { type Running, running } from '../testing/running.ts'

let server: Running
let programs: RestCast
beforeAll(async () => {
  server = await running({
    ROSTER_TRUST_PROXY: 'true',
    ROSTER_SIGN_UP: 'open',
    ROSTER_API_LIMIT: '5',
    ROSTER_CHECK_LIMIT: '3',
  })
  programs = await restCast(server, await cast(server))
}, 60_000)
afterAll(() => server.stop())

const members = (key: string | undefined, from = '192.0.2.1') =>
  fetch(`${server.listening}${REST_ROOT}/organizations/acme/members`, {
    headers: { authorization: `Bearer ${key}`, 'x-forwarded-for': from },
  })
const check = (key: string | undefined) =>
  fetch(`${server.listening}${REST_ROOT}/check`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'ada@acme.test', permission: 'members.read' }),
  })

test('A55 a key makes so many requests a minute, is told how many are left, and when to come back', async () => {
  const { admin, member } = programs.keys
  const first = await members(admin)
  expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=5;w=60')
  expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=4;t=\d+$/)
  for (let left = 3; left >= 0; left--) expect((await members(admin)).status).toBe(200)
  const refused = await members(admin)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ code: 'rate-limited', status: 429 })
  expect((await members(member)).status).toBe(200)
})

test('A55 permission checks are counted by themselves', async () => {
  const { viewing } = programs.keys
  const answers = [await check(viewing), await check(viewing), await check(viewing), await check(viewing)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"checks";q=3;w=60')
  expect((await members(viewing)).status).toBe(200)
})

test('A40 A41 guessing keys is slowed down by address, and a good key is not', async () => {
  const guess = 'rst_000000000000000000000000000000000000'
  const statuses = new Set<number>()
  for (let times = 0; times < 70; times++) statuses.add((await members(guess, '192.0.2.66')).status)
  expect([...statuses]).toEqual([401, 429])
  expect((await members(guess, '192.0.2.67')).status).toBe(401)
  expect((await members(programs.keys.program, '192.0.2.66')).status).toBe(200)
  const unnamed = await fetch(
    `${server.listening}${REST_ROOT}/organizations/acme/members?key=${programs.keys.owner}`,
  )
  expect(unnamed.status).toBe(401)
  expect(unnamed.headers.get('www-authenticate')).toBe('Bearer realm="Roster"')
})

test('A55 whoever has a network of IPv6 guesses no more keys than whoever has one address', async () => {
  const guess = 'rst_000000000000000000000000000000000000'
  const from = (host: number) => members(guess, `2001:db8:1:2::${host.toString(16)}`)
  const statuses: number[] = []
  for (let host = 1; host <= 61; host++) statuses.push((await from(host)).status)
  expect(statuses.at(0)).toBe(401)
  expect(statuses.at(-1)).toBe(429)
  expect((await members(guess, '2001:db8:1:3::1')).status).toBe(401)
})
