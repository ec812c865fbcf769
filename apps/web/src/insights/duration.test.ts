import { expect, test } from 'vitest'
import { durationText } from './duration.ts'

test.each([
  [59_999, 'less than a minute'],
  [60_000, '1 minute'],
  [3_600_000, '1 hour'],
  [5.4 * 3_600_000, '5 hours'],
  [86_400_000, '1 day'],
  [2.51 * 86_400_000, '2.5 days'],
])('%d ms are %s', (ms, text) => expect(durationText(ms)).toBe(text))
