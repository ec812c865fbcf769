import { expect, test } from 'vitest'
import { DEFAULT_POLICIES } from '../organizations/policies.ts'
import { DAY, EXPIRY_DAYS, expiryChoices, expiryFrom, extendedUntil } from './expiry.ts'

const NOW = 1_700_000_000_000

test('D20 an invitation stays open for seven days unless something else is chosen', () => {
  expect(expiryFrom(undefined, DEFAULT_POLICIES, NOW)).toBe(NOW + 7 * DAY)
  expect(expiryFrom(1, DEFAULT_POLICIES, NOW)).toBe(NOW + DAY)
  expect(expiryFrom(365, DEFAULT_POLICIES, NOW)).toBe(NOW + 365 * DAY)
})

test('D24 expiry can be switched off where the policy allows it', () => {
  expect(expiryFrom(null, DEFAULT_POLICIES, NOW)).toBeNull()
  const strict = { expiryDays: { default: 7, min: 2, max: 14, never: false } }
  expect(expiryFrom(null, strict, NOW)).toMatchObject({
    code: 'expiry-out-of-range',
    facts: { min: 2, max: 14 },
  })
})

test.each([0, -1, 366, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d days are refused', (days) => {
  expect(expiryFrom(days, DEFAULT_POLICIES, NOW)).toMatchObject({ code: 'expiry-out-of-range' })
})

test('D38 the form offers 7, 14 and 30 days, as far as the policy goes, and its default', () => {
  expect(EXPIRY_DAYS).toEqual([7, 14, 30])
  expect(expiryChoices(DEFAULT_POLICIES)).toEqual([7, 14, 30])
  expect(expiryChoices({ expiryDays: { default: 3, min: 1, max: 14, never: false } })).toEqual([3, 7, 14])
})

test('D21 an extension reaches no further than an invitation sent now', () => {
  const strict = { expiryDays: { default: 7, min: 2, max: 14, never: false } }
  expect(extendedUntil(NOW + 7 * DAY, 7, strict, NOW)).toBe(NOW + 14 * DAY)
  // One day is enough, whatever the fewest days of a new one are.
  expect(extendedUntil(NOW - DAY, 1, strict, NOW)).toBe(NOW + DAY)
  const refusal = { code: 'expiry-out-of-range', facts: { field: 'days', min: 1, max: 14 } }
  expect(extendedUntil(NOW + 7 * DAY, 8, strict, NOW)).toMatchObject(refusal)
  expect(extendedUntil(NOW + 7 * DAY + 1, 7, strict, NOW)).toMatchObject(refusal)
  expect(extendedUntil(NOW - DAY, 2 ** 53, strict, NOW)).toMatchObject(refusal)
  expect(extendedUntil(null, 5_000, strict, NOW)).toBeNull()
})
