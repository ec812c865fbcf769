import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attack } from '../testing/hostile/attack.ts'
import { type Cast, cast } from '../testing/hostile/cast.ts'
import { State } from '../testing/hostile/state.ts'
import { type Running, running } from '../testing/running.ts'

let server: Running
let people: Cast
let state: State
beforeAll(async () => {
  server = await running({ ROSTER_TRUST_PROXY: 'true', ROSTER_SIGN_UP: 'open' })
  people = await cast(server)
  state = new State(server.data)
}, 60_000)
afterAll(async () => {
  state.close()
  await server.stop()
})

describe('hostile input', () => {
  test('A59 changes nothing where it is refused, tells nothing of the inside, and is never a bug', async () => {
    const before = process.memoryUsage().rss
    const { violations, statuses } = await attack(server, people, state, { seed: 20_260_504, calls: 1_500 })
    expect(violations.slice(0, 5)).toEqual([])
    expect(statuses[200] ?? 0).toBeGreaterThan(100)
    expect(statuses[400] ?? 0).toBeGreaterThan(300)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
    expect(state.check()).toEqual(['ok', []])
    const me = await server.call('identity.me', {}, { cookie: people.cookies.owner ?? '' })
    expect(await me.json()).toMatchObject({ result: { data: { email: 'ada@acme.test' } } })
  }, 120_000)
})
