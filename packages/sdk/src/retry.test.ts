import { expect, test } from 'vitest'
import { delayBefore, mayTryAgain } from './retry.ts'

test('waits as long as the server asks, and otherwise twice as long each time, not all at once', () => {
  expect(delayBefore(0, '3')).toBeGreaterThanOrEqual(3000)
  expect(delayBefore(0, '3')).toBeLessThan(3100)
  expect(delayBefore(0, new Date(Date.now() + 5000).toUTCString())).toBeGreaterThan(3000)
  expect(delayBefore(0, '3600')).toBeNull()
  for (const [attempt, most] of [500, 1000, 2000, 4000, 8000, 8000].entries()) {
    const delays = Array.from({ length: 50 }, () => delayBefore(attempt, null) ?? 0)
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(most / 2)
    expect(Math.max(...delays)).toBeLessThanOrEqual(most)
    expect(new Set(delays).size).toBeGreaterThan(1)
  }
  expect(delayBefore(0, 'soon')).toBeLessThanOrEqual(500)
})

test('what is still under way is waited for by a second attempt only', () => {
  expect([429, 502, 503, 504].map((status) => mayTryAgain(status, 'busy', 0))).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([400, 403, 404, 409, 412, 500].some((status) => mayTryAgain(status, 'internal', 0))).toBe(false)
  expect(mayTryAgain(409, 'repeat-under-way', 0)).toBe(false)
  expect(mayTryAgain(409, 'repeat-under-way', 1)).toBe(true)
})
