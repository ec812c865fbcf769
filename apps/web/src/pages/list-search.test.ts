import { expect, test } from 'vitest'
import { idOf, isOpen, pageSearch, searchedText, sortSearch, wholeNumber } from './list-search.ts'

test('the first page, the usual size and what is none are left out', () => {
  expect(pageSearch({ page: 3, size: 50 })).toEqual({ page: 3, size: 50 })
  for (const search of [{}, { page: 1, size: 25 }, { page: 0, size: 26 }, { page: '3', size: 'all' }])
    expect(pageSearch(search)).toEqual({ page: undefined, size: undefined })
  expect(pageSearch({ page: 1_000_001 }).page).toBeUndefined()
})

test('the usual order is left out, in the direction that each sort begins with', () => {
  const read = (search: Record<string, unknown>) =>
    sortSearch(search, ['name', 'joined'], (sort) => (sort === 'joined' ? 'desc' : 'asc'))
  expect(read({ sort: 'joined', dir: 'desc' })).toEqual({ sort: 'joined', dir: undefined })
  expect(read({ sort: 'joined', dir: 'asc' })).toEqual({ sort: 'joined', dir: 'asc' })
  expect(read({ sort: 'name', dir: 'desc' })).toEqual({ sort: undefined, dir: 'desc' })
  expect(read({ sort: 'age', dir: 'up' })).toEqual({ sort: undefined, dir: undefined })
})

test('what is searched may look like a number, and has an end', () => {
  expect(searchedText(42)).toBe('42')
  expect(searchedText('  ')).toBeUndefined()
  expect(searchedText(['ada'])).toBeUndefined()
  expect(searchedText('x'.repeat(300))).toHaveLength(200)
})

test('numbers are whole, ids of their kind, and what is open is there', () => {
  expect([1, 9, 0, 1.5, 10, '1'].map((value) => wholeNumber(value, 9))).toEqual([
    1,
    9,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  const id = `usr_${'0'.repeat(26)}`
  expect([idOf('usr', id), idOf('mem', id), idOf('usr', 7)]).toEqual([id, undefined, undefined])
  expect([true, '', false, undefined].map(isOpen)).toEqual([true, true, undefined, undefined])
})
