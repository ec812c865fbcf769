import { ID_PREFIXES, isId } from '@roster/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idGenerator } from './ids.ts'

test('an id is its prefix and 26 characters of lower-case Crockford base 32', () => {
  const newId = idGenerator(() => Date.UTC(2026, 4, 4))
  for (const prefix of Object.values(ID_PREFIXES)) {
    const id = newId(prefix)
    expect(isId(prefix, id)).toBe(true)
    expect(id).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/)
  }
})

test('F10 ids sort by birth, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 43 }), { minLength: 2, maxLength: 200 }), (moments) => {
      let now = 0
      const newId = idGenerator(() => now)
      const ids = moments.map((moment) => {
        now = moment
        return newId('usr')
      })
      expect([...ids].sort()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('ids of one millisecond keep their order and cannot be guessed from one another', () => {
  const newId = idGenerator(() => 1_700_000_000_000)
  const ids = Array.from({ length: 50_000 }, () => newId('inv'))
  expect([...ids].sort()).toEqual(ids)
  const steps = new Set(ids.slice(1).map((id, index) => id.slice(-7) > (ids[index] ?? '').slice(-7)))
  expect(steps).toEqual(new Set([true, false]))
})

test('the order holds also when chance is at its worst', () => {
  for (const byte of [0x00, 0xff]) {
    let now = 5
    const newId = idGenerator(
      () => now,
      (bytes) => new Uint8Array(bytes).fill(byte),
    )
    const ids = Array.from({ length: 1_000 }, (_, index) => {
      if (index === 500) now = 6
      return newId('usr')
    })
    expect([...ids].sort()).toEqual(ids)
    expect(ids.every((id) => isId('usr', id))).toBe(true)
  }
})
