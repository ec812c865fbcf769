import { expect, test } from 'vitest'
import { itemsInput, reviewSearch, reviewsSearch } from './search.ts'

test('what makes no sense in the address is left out', () => {
  expect(reviewsSearch({ start: '', scope: 'moon', inactive: -1 })).toEqual({ start: true })
  expect(reviewsSearch({ scope: 'projects', inactive: 90 })).toEqual({})
  expect(reviewsSearch({ start: true, scope: 'projects', inactive: 90 })).toEqual({
    ...{ start: true, scope: 'projects', inactive: 90 },
  })
  expect(reviewSearch({ tab: 'mine', of: 'rvi_1', decide: 'keep', end: 'now', page: 1 })).toEqual({
    decide: 'keep',
  })
})

test('of one’s own only what is left is asked for where that is wanted, and nowhere else', () => {
  const at = { organization: 'acme', review: 'rev_00000000000000000000000000' } as const
  expect(itemsInput(at, 'yours', { left: true }).show).toBe('left')
  expect(itemsInput(at, 'yours', {}).show).toBe('yours')
  expect(itemsInput(at, 'all', { left: true, page: 2, size: 50 })).toMatchObject({
    show: 'all',
    page: 2,
    pageSize: 50,
  })
})
