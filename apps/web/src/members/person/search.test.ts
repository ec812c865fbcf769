import { expect, test } from 'vitest'
import { personSearch } from './search.ts'

test('D5 the address of a person keeps what is shown and open, and drops what makes no sense', () => {
  const state = {
    tab: 'history',
    asOf: '2026-05-03',
    page: 2,
    dialog: 'offboard',
    at: `prj_${'0'.repeat(26)}`,
    take: `asg_${'0'.repeat(26)}`,
    leave: `grp_${'0'.repeat(26)}`,
    entry: 7,
  }
  expect(personSearch(state)).toEqual(state)
  expect(
    personSearch({ tab: 'shoes', asOf: 'today', page: 1, dialog: 'x', at: 'asg_1', entry: -1, other: 1 }),
  ).toEqual({})
})
