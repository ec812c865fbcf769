import { expect, test } from 'vitest'
import { groupSearch, groupsSearch, listInput, peopleInput } from './search.ts'

const GROUP = 'grp_01kqs3efm08kwnt7pn9952k8pv'

test('I17 the address carries what the list of groups shows; what makes no sense is left out', () => {
  expect(groupsSearch({ q: ' team ', page: 2, size: 50, create: '' })).toEqual({
    q: 'team',
    page: 2,
    size: 50,
    create: true,
  })
  expect(groupsSearch({ page: 1, size: 25, other: 'x' })).toEqual({})
  expect(listInput('acme', {})).toEqual({ organization: 'acme', search: undefined, page: 1, pageSize: 25 })
})

test('the address of a group carries its tab, what is open and about whom', () => {
  expect(groupSearch({ tab: 'access', dialog: 'unnest', child: GROUP, nested: true })).toEqual({
    tab: 'access',
    dialog: 'unnest',
    child: GROUP,
    nested: true,
  })
  expect(groupSearch({ tab: 'members', dialog: 'explode', child: 'grp_x', of: GROUP })).toEqual({})
  expect(peopleInput({ organization: 'acme', group: GROUP }, { nested: true, page: 3 })).toMatchObject({
    nested: true,
    page: 3,
    pageSize: 25,
  })
})
