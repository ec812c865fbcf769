import { expect, test } from 'vitest'
import { accessHints, type KnownOfAccess, REVIEW_EVERY_DAYS } from './hints.ts'

const DAY = 86_400_000
const kinds = (known: Partial<KnownOfAccess<string>>) =>
  accessHints({
    ...{
      now: 1000 * DAY,
      since: 0,
      members: 5,
      owners: 1,
      idle: [],
      reviewedAt: 1000 * DAY,
      reviewing: false,
    },
    ...known,
  }).map(({ kind }) => kind)

test('D40 powerful roles that rest are hinted at, and owners beyond a few', () => {
  const rests = (people: number) => [{ role: 'Admin', people, capped: false }]
  expect(kinds({})).toEqual([])
  expect(kinds({ idle: rests(0) })).toEqual([])
  expect(kinds({ idle: rests(2), owners: 4 })).toEqual(['idle-powerful', 'many-owners'])
  expect(kinds({ owners: 3 })).toEqual([])
})

test('D41 O15 a review is due so long after the last one, the first as long after the beginning', () => {
  const ago = (days: number) => (1000 - days) * DAY
  expect(kinds({ reviewedAt: ago(REVIEW_EVERY_DAYS) })).toEqual(['review-due'])
  expect(kinds({ reviewedAt: ago(REVIEW_EVERY_DAYS) + 1 })).toEqual([])
  expect(kinds({ reviewedAt: null })).toEqual(['review-due'])
  expect(kinds({ reviewedAt: null, since: ago(10) })).toEqual([])
  expect(kinds({ reviewedAt: null, reviewing: true })).toEqual([])
  expect(kinds({ reviewedAt: null, members: 1 })).toEqual([])
})
