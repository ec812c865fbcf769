import { expect, test } from 'vitest'
import { accountSearch, accountsSearch, listInput } from './search.ts'

test('what makes no sense in an address counts as left out', () => {
  expect(accountsSearch({ create: true, page: 2, size: 3 })).toEqual({ create: true, page: 2 })
  expect(accountSearch({ dialog: 'assign' })).toEqual({ dialog: 'assign' })
  expect(accountSearch({ dialog: 'explode' })).toEqual({})
  expect(listInput('acme', { page: 2 })).toEqual({ organization: 'acme', page: 2, pageSize: 25 })
})
