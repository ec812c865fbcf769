import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { asOfDay, dayAt, dayStart } from './day.ts'

const NOON = Date.UTC(2026, 4, 4, 12)
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('as of a day', () => {
  test('a day that is over stands for its last moment, today for now', () => {
    expect(asOfDay('2026-05-03', NOON)).toEqual({
      day: '2026-05-03',
      at: Date.UTC(2026, 4, 4) - 1,
      today: false,
    })
    expect(asOfDay('2026-05-04', NOON)).toEqual({ day: '2026-05-04', at: NOON, today: true })
  })

  test('a day that has not begun is refused, and so is what is no day', () => {
    expect(code(asOfDay('2026-05-05', NOON))).toBe('date-in-the-future')
    for (const text of [
      '',
      '2026-5-3',
      '2026-02-30',
      '2026-13-01',
      'today',
      '2026-05-03T00:00:00Z',
      '99999-01-01',
    ]) {
      expect(code(asOfDay(text, NOON)), text).toBe('invalid-input')
    }
  })

  test('every moment belongs to one day, which began at most a day before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2999, 0, 1) }), (at) => {
        const start = dayStart(dayAt(at))
        expect(start).not.toBeNull()
        expect(at - (start ?? 0)).toBeGreaterThanOrEqual(0)
        expect(at - (start ?? 0)).toBeLessThan(86_400_000)
      }),
    )
  })
})
