import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { asOf, begin, end, endedAt, type Lifespan, live } from './lifespan.ts'

describe('a lifespan', () => {
  test('holds from its beginning up to but not including its end', () => {
    const span = { since: 10, until: 20 }
    expect([9, 10, 19, 20].map((now) => live(span, now))).toEqual([false, true, true, false])
  })

  test('ends by hand or by expiry, whichever comes first', () => {
    expect(live({ since: 0, until: null, expiresAt: 5 }, 5)).toBe(false)
    expect(endedAt({ since: 0, until: 9, expiresAt: 5 }, 20)).toBe(5)
    expect(endedAt({ since: 0, until: 3, expiresAt: 5 }, 20)).toBe(3)
    expect(endedAt({ since: 0, until: null, expiresAt: 5 }, 4)).toBeNull()
    expect(endedAt({ since: 0, until: null }, 4)).toBeNull()
  })

  test('ended before its beginning never was', () => {
    expect(end({ since: 10, until: null }, 5)).toEqual({ since: 10, until: 10 })
  })

  test('ended twice keeps its first end', () => {
    const span: Lifespan = { since: 0, until: null }
    expect(end(end(span, 5), 9).until).toBe(5)
  })

  test('cannot begin beside an open one', () => {
    expect(begin([{ since: 0, until: null }], 5)).toMatchObject({ code: 'already-member' })
    expect(begin([{ since: 0, until: 9 }], 5)).toMatchObject({ code: 'already-member' })
    expect(begin([{ since: 0, until: null, expiresAt: 5 }], 5)).toEqual({ since: 5, until: null })
  })

  test('F10 begins after an earlier one that ended in the future of a clock set back', () => {
    expect(begin([{ since: 50, until: 60 }], 20)).toEqual({ since: 60, until: null })
  })
})

test('never are two lifespans of one key live at once, whatever the clock does', () => {
  const step = fc.record({
    act: fc.constantFrom('begin', 'end'),
    at: fc.integer({ min: 0, max: 30 }),
    expiresIn: fc.option(fc.integer({ min: 1, max: 10 }), { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let rows: Lifespan[] = []
      for (const { act, at, expiresIn } of steps) {
        if (act === 'end') {
          rows = rows.map((row) => (row.until === null ? end(row, at) : row))
          continue
        }
        const next = begin(rows, at)
        if (next instanceof Refusal)
          expect(rows.some((row) => row.until === null || row.until > at)).toBe(true)
        else rows.push({ ...next, expiresAt: expiresIn === null ? null : next.since + expiresIn })
      }
      for (let now = 0; now <= 60; now += 1) expect(asOf(rows, now).length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1_000 },
  )
})
