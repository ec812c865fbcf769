import { expect, test } from 'vitest'
import { isInactive } from './item-name.ts'

const DAY = 86_400_000
const person = {
  ...({ user: 'usr_1', name: 'Ada', username: null, email: null, verified: true, avatar: null } as const),
}
const flagged = (lastActiveAt: number | null, { since = 0, inactiveDays = null as number | null } = {}) =>
  isInactive({ person, lastActiveAt, since }, { since: 100 * DAY, inactiveDays })

test('D36 whoever rested when the review started is flagged, and nobody who just came', () => {
  expect([flagged(null), flagged(9 * DAY), flagged(10 * DAY)]).toEqual([true, true, false])
  expect(flagged(null, { since: 99 * DAY })).toBe(false)
  expect(flagged(null, { since: 99 * DAY, inactiveDays: 30 })).toBe(true)
  expect(flagged(69 * DAY, { inactiveDays: 30 })).toBe(true)
  expect(
    isInactive({ person: null, lastActiveAt: null, since: 0 }, { since: 100 * DAY, inactiveDays: null }),
  ).toBe(false)
})
