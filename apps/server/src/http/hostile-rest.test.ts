import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Prepared, prepared } from '../testing/conforming/prepared.ts'
import { Conformity } from '../testing/conformity.ts'
import { attackRest } from '../testing/hostile/rest-attack.ts'
import { State } from '../testing/hostile/state.ts'

let all: Prepared
let state: State
beforeAll(async () => {
  all = await prepared({ mail: false, webhooks: true })
  state = new State(all.server.data)
}, 60_000)
afterAll(async () => {
  state.close()
  await all.stop()
})

describe('hostile programs', () => {
  // A hundred thousand calls are `npm run fuzz`; these keep what it found from coming back.
  test('A59 whatever is sent to REST is answered or refused, by a documented code and with nothing half written', async () => {
    const { violations, statuses } = await attackRest(all, state, new Conformity(), {
      seed: 20_261_122,
      calls: 1_000,
      now: Date.now(),
    })
    expect(violations.slice(0, 5)).toEqual([])
    expect(statuses[200] ?? 0).toBeGreaterThan(100)
    expect(statuses[400] ?? 0).toBeGreaterThan(100)
    expect(state.check()).toEqual(['ok', []])
  }, 180_000)
})
