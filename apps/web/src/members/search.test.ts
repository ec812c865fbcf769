import { describe, expect, test } from 'vitest'
import { filterKey, isFiltered, listInput, membersSearch } from './search.ts'

const role = `rol_${'0'.repeat(26)}`
const member = `mem_${'0'.repeat(26)}`

describe('the address of the members list', () => {
  test('leaves defaults out', () => {
    expect(membersSearch({ sort: 'name', dir: 'asc', page: 1, size: 25, q: '  ' })).toEqual({})
    expect(membersSearch({ sort: 'joined', dir: 'desc' })).toEqual({ sort: 'joined' })
    expect(membersSearch({ sort: 'joined', dir: 'asc' })).toEqual({ sort: 'joined', dir: 'asc' })
  })

  test('keeps what the list and what lies over it need', () => {
    const state = { q: 'ada', role, inactive: 90, page: 3, size: 50, member, dialog: 'edit', of: member }
    expect(membersSearch(state)).toEqual(state)
    expect(membersSearch({ invite: '' })).toEqual({ invite: true })
  })

  test('drops what makes no sense, over what the address says as well', () => {
    expect(membersSearch({ role: '' })).toHaveProperty('role', undefined)
    expect(
      membersSearch({
        q: {},
        role: 'admin',
        inactive: -1,
        sort: 'shoe size',
        dir: 'up',
        page: 1.5,
        size: 7,
        member: 'usr_1',
        dialog: 'format-disk',
        other: 1,
      }),
    ).toEqual({})
  })

  test('a search of digits is a search all the same', () => {
    expect(membersSearch({ q: 42 })).toEqual({ q: '42' })
  })
})

test('D8 times begin with the newest, names with A', () => {
  expect(listInput('acme', { sort: 'active' })).toMatchObject({ sort: 'active', direction: 'desc', page: 1 })
  expect(listInput('acme', {})).toMatchObject({ sort: 'name', direction: 'asc', pageSize: 25 })
})

test('D10 paging and sorting list the same people, a filter does not', () => {
  expect(filterKey({ q: 'ada', page: 2, sort: 'email' })).toBe(filterKey({ q: 'ada' }))
  expect(filterKey({ q: 'ada' })).not.toBe(filterKey({ q: 'adam' }))
  expect(isFiltered({ page: 2 })).toBe(false)
  expect(isFiltered({ inactive: 30 })).toBe(true)
})
