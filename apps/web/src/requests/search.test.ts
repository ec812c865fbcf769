import { expect, test } from 'vitest'
import { listInput, requestsSearch } from './search.ts'

const REQUEST = 'req_01kqs3efm08gkm4rrr7ag65k1z'

test('the address says which requests, which page, and what is being answered', () => {
  expect(requestsSearch({ state: 'closed', page: 2, request: REQUEST, answer: 'reject' })).toEqual({
    state: 'closed',
    page: 2,
    size: undefined,
    request: REQUEST,
    answer: 'reject',
  })
  expect(listInput('acme', requestsSearch({}))).toEqual({
    organization: 'acme',
    state: 'open',
    page: 1,
    pageSize: 25,
  })
})

test.each([
  { request: REQUEST },
  { answer: 'approve' },
  { request: 'x', answer: 'approve' },
  { state: 'all' },
])('what makes no sense in an address is left out: %j', (search) => {
  expect(Object.values(requestsSearch(search)).every((value) => value === undefined)).toBe(true)
})
