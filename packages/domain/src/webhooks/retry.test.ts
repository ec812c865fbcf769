import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GIVES_UP_AFTER, MOST_ATTEMPTS, nextTry, patienceAsked, switchesOff, verdictOf } from './retry.ts'

const HOUR = 3_600_000
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('F22 ten attempts over three days, each wait longer than the one before, whatever the chances', () => {
  fc.assert(
    fc.property(fc.array(chance, { minLength: 9, maxLength: 9 }), (chances) => {
      let now = 0
      const waits = chances.map((one, index) => {
        const next = nextTry({ tries: index + 1, now, chance: one })
        if (next === null) throw new Error('it gave up early')
        const wait = next - now
        now = next
        return wait
      })
      expect(waits).toEqual([...waits].sort((a, b) => a - b))
      expect(now).toBeGreaterThanOrEqual(72 * HOUR)
      expect(now).toBeLessThan(84 * HOUR)
      expect(nextTry({ tries: MOST_ATTEMPTS, now, chance: 0 })).toBeNull()
    }),
  )
})

test('the first waits are those of Standard Webhooks', () => {
  const waits = Array.from({ length: 9 }, (_, at) => nextTry({ tries: at + 1, now: 0, chance: 0 }))
  expect(waits.map((wait) => (wait ?? 0) / 1_000)).toEqual([
    5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
  ])
})

test('F22 a receiver that asks for patience gets it, for a day at the most and never less than planned', () => {
  expect(nextTry({ tries: 1, now: 0, chance: 0, asked: patienceAsked('120') })).toBe(120_000)
  expect(nextTry({ tries: 3, now: 0, chance: 0, asked: patienceAsked('120') })).toBe(1_800_000)
  expect(nextTry({ tries: 1, now: 0, chance: 0, asked: patienceAsked('999999') })).toBe(24 * HOUR)
  for (const header of [undefined, '', '-5', '1e9', 'Wed, 21 Oct 2015 07:28:00 GMT', '9'.repeat(400)])
    expect(patienceAsked(header)).toBe(0)
})

test('only 2xx is taken', () => {
  for (let status = 100; status < 600; status++) {
    const expected = status === 410 ? 'gone' : status >= 200 && status < 300 ? 'delivered' : 'retry'
    expect(verdictOf(status)).toBe(expected)
  }
  expect(verdictOf(null)).toBe('retry')
})

test('F22 switched off when gone, after three days of nothing, and when a delivery is used up with nothing since', () => {
  const attempt = { verdict: 'retry', failingSince: 0, begun: 0, usedUp: false, now: HOUR } as const
  expect(switchesOff(attempt)).toBeNull()
  expect(switchesOff({ ...attempt, verdict: 'gone' })).toBe('gone')
  expect(switchesOff({ ...attempt, verdict: 'delivered', now: 100 * HOUR })).toBeNull()
  expect(switchesOff({ ...attempt, now: GIVES_UP_AFTER })).toBe('failing')
  expect(switchesOff({ ...attempt, now: GIVES_UP_AFTER - 1 })).toBeNull()
  expect(switchesOff({ ...attempt, usedUp: true })).toBe('failing')
  // It took something else after this one was begun.
  expect(switchesOff({ ...attempt, usedUp: true, failingSince: 30, begun: 10 })).toBeNull()
})
