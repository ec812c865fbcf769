import { expect, test } from 'vitest'
import { ahead, exactly, validity } from './moment.ts'

const NOW = Date.UTC(2026, 10, 28, 14, 5)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test('a moment is written in one reading, in UTC', () => {
  expect(exactly(NOW)).toBe('Saturday, 28 November 2026, 14:05 UTC')
  expect(exactly(Date.UTC(2028, 1, 29, 0, 0, 59))).toBe('Tuesday, 29 February 2028, 00:00 UTC')
})

test.each([
  [7 * DAY, 'in 7 days'],
  [7 * DAY - 20_000, 'in 7 days'],
  [2 * DAY, 'in 2 days'],
  [DAY, 'in 24 hours'],
  [HOUR, 'in 1 hour'],
  [HOUR - 10_000, 'in 1 hour'],
  [30 * MINUTE, 'in 30 minutes'],
  [MINUTE, 'in 1 minute'],
  [1, 'in 1 minute'],
  [0, 'now'],
  [-DAY, 'now'],
])('%i ms ahead reads "%s"', (left, words) => {
  expect(ahead(NOW + left, NOW)).toBe(words)
})

test('a link says how long it lives, also where the present is unknown', () => {
  expect(validity(NOW, undefined)).toBe('Saturday, 28 November 2026, 14:05 UTC')
  expect(validity(NOW, NOW - HOUR)).toBe('Saturday, 28 November 2026, 14:05 UTC (in 1 hour)')
})
