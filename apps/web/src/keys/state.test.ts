import { expect, test } from 'vitest'
import { marksOf } from './state.ts'

const DAY = 86_400_000
const key = { roleEnded: false, expired: false, expiresAt: null, lastUsedAt: 1, oldSecretUntil: null }
const labels = (change: Partial<Parameters<typeof marksOf>[0]>) =>
  marksOf({ ...key, ...change }, 100 * DAY).map(({ label }) => label)

test('a key that simply works has no mark', () => {
  expect(labels({})).toEqual([])
  expect(labels({ expiresAt: 108 * DAY })).toEqual([])
})

test('what has to be known of a key is said, and once it opens nothing that alone', () => {
  expect(labels({ expiresAt: 107 * DAY, lastUsedAt: null })).toEqual(['Expires soon', 'Never used'])
  expect(labels({ oldSecretUntil: 101 * DAY })).toEqual(['Two secrets'])
  expect(labels({ expired: true, expiresAt: 99 * DAY, lastUsedAt: null })).toEqual(['Expired'])
  expect(labels({ roleEnded: true, expired: true })).toEqual(['Role deleted'])
})
