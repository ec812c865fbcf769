import { expect, test } from 'vitest'
import { keysSearch, listInput } from './search.ts'

test('what makes no sense in an address counts as left out', () => {
  expect(keysSearch({ mine: false, page: 0, size: 7 })).toEqual({})
  expect(keysSearch({ mine: true, create: true, page: 2, size: 50 })).toEqual({
    ...{ mine: true, create: true },
    ...{ page: 2, size: 50 },
  })
})

test('everybody’s keys are asked for unless only one’s own are wanted', () => {
  expect(listInput('acme', {})).toEqual({ organization: 'acme', mine: false, page: 1, pageSize: 25 })
  expect(listInput('acme', { mine: true, page: 3, size: 100 })).toMatchObject({
    mine: true,
    page: 3,
    pageSize: 100,
  })
})
