import { nameKey } from '@roster/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comesBefore } from './by-name.ts'
import { evenlyFree, labelsBetween, labelsOf, naturalLabels } from './labels.ts'

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('a', 'ab', 'a b', 'Ab', '1', 'é'),
)

test('by name means by code points, as SQLite compares', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [a, b] = [nameKey(one), nameKey(other)]
      const expected = Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
      expect(comesBefore({ nameKey: a, member: 'x' }, { nameKey: b, member: 'x' })).toBe(expected)
    }),
  )
})

test('natural places keep the order of names', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      const [a, b] = [nameKey(one), nameKey(other)]
      if (!comesBefore({ nameKey: a, member: '' }, { nameKey: b, member: '' })) return
      expect(naturalLabels(5, a).first <= naturalLabels(5, b).first).toBe(true)
      expect(naturalLabels(5, a).first >> 43n).toBe(5n)
    }),
  )
})

test('labels between neighbours ascend strictly between them, or there are fewer free than asked for', () => {
  const whole = labelsOf(3)
  const label = fc.bigInt({ min: whole.first - 1n, max: whole.last + 1n })
  const near = fc.tuple(label, fc.bigInt({ min: 0n, max: 40n })).map(([at, gap]) => [at, at + gap] as const)
  const places = fc.oneof(fc.tuple(label, label), near)
  fc.assert(
    fc.property(places, fc.array(name, { minLength: 1, maxLength: 20 }), ([one, other], names) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const natural = names
        .map(nameKey)
        .sort((a, b) => (comesBefore({ nameKey: a, member: '' }, { nameKey: b, member: '' }) ? -1 : 1))
        .map((key) => naturalLabels(3, key))
      const labels = labelsBetween(before, after, natural)
      if (!labels) {
        expect(after - before - 1n < BigInt(names.length)).toBe(true)
        return
      }
      expect(labels).toHaveLength(names.length)
      expect(
        [before, ...labels, after].every(
          (each, index, all) => index === 0 || each > (all[index - 1] ?? each),
        ),
      ).toBe(true)
    }),
  )
})

test('whoever is given room moves within the window, in order, to labels that nobody has', () => {
  const used = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(used, (places) => {
      const inUse = places.sort((a, b) => a - b).map((place) => BigInt(place + 100))
      const moved = evenlyFree({ first: 100n, last: 163n }, inUse)
      expect(moved).toHaveLength(inUse.length)
      expect(moved.every((label) => label >= 100n && label <= 163n && !inUse.includes(label))).toBe(true)
      expect(new Set(moved).size).toBe(moved.length)
      expect(moved).toEqual([...moved].sort((a, b) => (a < b ? -1 : 1)))
    }),
  )
})
