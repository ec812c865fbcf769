import { DEFAULT_POLICIES, Refusal } from '@roster/domain'
import { expect, test } from 'vitest'
import { chosenExpiry, expiryOptions, usualExpiry } from './expiry-choice.ts'

const NOW = 1_700_000_000_000
const STRICT = { expiryDays: { default: 3, min: 2, max: 14, never: false } }
const custom = (typed: string) => ({ choice: 'custom' as const, typed })

test('D38 offers 7, 14 and 30 days, other ones, and never', () => {
  const offered = expiryOptions(DEFAULT_POLICIES).map(({ value }) => value)
  expect(offered).toEqual(['7', '14', '30', 'custom', 'never'])
})

test('D24 never is not offered where the policy forbids it', () => {
  expect(expiryOptions(STRICT).map(({ value }) => value)).toEqual(['3', '7', '14', 'custom'])
  expect(chosenExpiry({ choice: 'never', typed: '' }, STRICT, NOW)).toBeInstanceOf(Refusal)
  expect(chosenExpiry({ choice: 'never', typed: '' }, DEFAULT_POLICIES, NOW)).toEqual({
    days: null,
    endsAt: null,
  })
})

test('the policy says what is chosen at first and what may be typed', () => {
  const day = 86_400_000
  expect(chosenExpiry(usualExpiry(STRICT), STRICT, NOW)).toEqual({ days: 3, endsAt: NOW + 3 * day })
  expect(chosenExpiry(custom(' 9 '), STRICT, NOW)).toMatchObject({ days: 9 })
  for (const typed of ['', '1', '15', '2.5', 'ten', '-3']) {
    expect(chosenExpiry(custom(typed), STRICT, NOW)).toMatchObject({ code: 'expiry-out-of-range' })
  }
})
