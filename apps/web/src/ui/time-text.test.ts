import { expect, test } from 'vitest'
import { relativeTime } from './time-text.ts'

const noon = new Date(2026, 4, 20, 12, 0).getTime()
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test.each([
  [0, 'just now'],
  [-59_000, 'just now'],
  [-2 * minute, '2 min ago'],
  [-3 * hour, '3 hr ago'],
  [-13 * hour, 'yesterday'],
  [-26 * hour, 'yesterday'],
  [-8 * day, '8 days ago'],
  [6 * day, 'in 6 days'],
  [30_000, 'in a moment'],
])('%d ms from now is "%s"', (passed, text) => {
  expect(relativeTime(noon + passed, noon)).toBe(text)
})

test('what is long ago is a date, with its year when it is another', () => {
  expect(relativeTime(noon - 60 * day, noon)).toMatch(/21/)
  expect(relativeTime(noon - 60 * day, noon)).not.toMatch(/2026/)
  expect(relativeTime(noon - 400 * day, noon)).toMatch(/2025/)
})
