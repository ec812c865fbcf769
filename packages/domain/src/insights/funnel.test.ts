import fc from 'fast-check'
import { expect, test } from 'vitest'
import { funnelOf, quantile } from './funnel.ts'

const row = fc.record({
  state: fc.constantFrom('pending', 'accepted', 'declined', 'revoked', 'superseded', 'deleted'),
  opened: fc.boolean(),
  expired: fc.boolean(),
  invitations: fc.nat({ max: 1000 }),
})

test('the ends of the funnel add up to what was sent, and nobody answered what they did not open', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { sent, opened, accepted, declined, expired, revoked, waiting } = funnelOf(rows)
      expect(accepted + declined + expired + revoked + waiting).toBe(sent)
      expect(opened).toBeGreaterThanOrEqual(accepted + declined)
      expect(opened).toBeLessThanOrEqual(sent)
    }),
  )
})

test('what was replaced counts once, what was deleted has expired, and expiry is of the pending', () => {
  const of = (state: Parameters<typeof funnelOf>[0][number]['state'], expired = false) =>
    funnelOf([{ state, expired, opened: false, invitations: 2 }])
  expect(of('superseded').sent).toBe(0)
  expect(of('deleted')).toMatchObject({ sent: 2, expired: 2 })
  expect(of('pending', true)).toMatchObject({ expired: 2, waiting: 0 })
  expect(of('accepted', true)).toMatchObject({ accepted: 2, opened: 2, expired: 0 })
})

test('a quantile is one of the values, at least as large as its share of them', () => {
  expect(quantile([], 0.5)).toBeNull()
  expect([quantile([1, 2, 3, 4], 0.5), quantile([1, 2, 3], 0.5), quantile([1, 2, 3], 0.9)]).toEqual([2, 2, 3])
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, share) => {
        const sorted = values.toSorted((a, b) => a - b)
        const found = quantile(sorted, share)
        expect(sorted).toContain(found)
        expect(sorted.filter((one) => one <= (found ?? -1)).length).toBeGreaterThanOrEqual(
          share * sorted.length,
        )
      },
    ),
  )
})
