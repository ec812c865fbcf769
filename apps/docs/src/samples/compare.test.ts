import { expect, test } from 'vitest'
import { isAs, printsAs } from './compare.ts'

const id = (prefix: string, letter = '0') => `${prefix}_${letter.repeat(26)}`

test.each([
  ['ok\n', 'ok', true],
  ['ok', 'not ok', false],
  ['a … c', 'a b c', true],
  ['a … c', 'a b d', false],
  ['1+1 (…)', '1+1 (two)', true],
])('%j is printed as %j: %s', (documented, printed, same) => {
  expect(printsAs(documented, printed)).toBe(same)
})

test.each([
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: 2 }, false],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1, '…': '…' }, { a: 1, b: 2 }, true],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ id: id('mem') }, { id: id('mem', '1') }, true],
  [{ id: id('mem') }, { id: id('usr') }, false],
  ['2026-05-03T09:30:00.000Z', '2027-01-01T00:00:00.000Z', true],
  ['2026-05-03T09:30:00.000Z', 'yesterday', false],
  ['…', { any: 'thing' }, true],
  ['…', 5, true],
  [[1, '…'], [1, 2, 3], true],
  [[1], [1, 2], false],
  [[1, 2], [1], false],
  [null, null, true],
  [null, 'null', false],
  [true, 'true', false],
])('%j is %j: %s', (documented, actual, same) => {
  expect(isAs(documented, actual)).toBe(same)
})
