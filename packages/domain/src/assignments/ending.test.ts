import fc from 'fast-check'
import { expect, test } from 'vitest'
import { live } from '../members/lifespan.ts'
import { decide, type HeldAssignment } from '../roles/decide.ts'
import { endingState, warningDue } from './ending.ts'

const DAY = 24 * 60 * 60 * 1_000
const END = 100 * DAY

test('people are warned seven days and one day before an end, once for each', () => {
  const due = (day: number, since = 0) => warningDue({ since, expiresAt: END }, day * DAY)
  expect([0, 92.9, 93, 95, 98.9, 99, 99.9, 100, 101].map((day) => due(day))).toEqual([
    null,
    null,
    7,
    7,
    7,
    1,
    1,
    null,
    null,
  ])
})

test('what was given for less than a week is warned of a day before, for less than a day not at all', () => {
  expect(warningDue({ since: 95 * DAY, expiresAt: END }, 96 * DAY)).toBeNull()
  expect(warningDue({ since: 95 * DAY, expiresAt: END }, 99 * DAY)).toBe(1)
  expect(warningDue({ since: 99.5 * DAY, expiresAt: END }, 99.6 * DAY)).toBeNull()
  expect(warningDue({ since: 0, expiresAt: null }, END)).toBeNull()
})

test('an end is near for a week, and then it is past', () => {
  expect(endingState(null, END)).toBe('lasting')
  expect([92.9, 93, 99.9, 100].map((day) => endingState(END, day * DAY))).toEqual([
    'lasting',
    'ending',
    'ending',
    'expired',
  ])
})

test('whatever its terms, an assignment past its end allows nothing', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1 }), fc.nat(), (since, lasts, later) => {
      const expiresAt = since + lasts
      const now = expiresAt + later
      const held: HeldAssignment = {
        id: 'asg_1',
        role: 'rol_1',
        permissions: new Set(['members.read']),
        scope: 'organization',
        since,
        expiresAt,
        via: null,
        by: null,
      }
      const now_ = [held].filter((one) => live({ ...one, until: null }, now))
      expect(decide(now_, 'members.read')).toMatchObject({ code: 'not-found' })
      expect(warningDue({ since, expiresAt }, now)).toBeNull()
      expect(endingState(expiresAt, now)).toBe('expired')
    }),
  )
})
