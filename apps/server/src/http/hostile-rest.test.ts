import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../testing/hostile/cast.ts'
import { attackRest, type RestCast } from '../testing/hostile/rest-attack.ts'
import { restCast } from '../testing/hostile/rest-cast.ts'
import { State } from '../testing/hostile/state.ts'
import { type Running, running } from '../testing/running.ts'

let server: Running
let programs: RestCast
let state: State
beforeAll(async () => {
  server = await running({ ROSTER_TRUST_PROXY: 'true', ROSTER_SIGN_UP: 'open' })
  programs = await restCast(server, await cast(server))
  state = new State(server.data)
}, 60_000)
afterAll(async () => {
  state.close()
  await server.stop()
})

describe('hostile programs', () => {
  // A hundred thousand calls are `npm run fuzz`; these keep what it found from coming back.
  test('A59 whatever is sent to REST is answered or refused, by a documented code and with nothing half written', async () => {
    const { violations, statuses } = await attackRest(server, programs, state, {
      seed: 20_261_122,
      calls: 2_000,
    })
    expect(violations.slice(0, 5)).toEqual([])
    expect(statuses[200] ?? 0).toBeGreaterThan(100)
    expect(statuses[400] ?? 0).toBeGreaterThan(100)
    expect(state.check()).toEqual(['ok', []])
  }, 180_000)
})
