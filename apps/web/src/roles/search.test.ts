import { expect, test } from 'vitest'
import { listInput, rolesSearch } from './search.ts'

const ROLE = 'rol_00000000000000000000000000'

test('what makes no sense in an address counts as left out', () => {
  const nothing = { level: undefined, dialog: undefined, of: undefined, kind: undefined, page: undefined }
  expect(rolesSearch({})).toEqual(nothing)
  expect(
    rolesSearch({ level: 'organization', dialog: 'explode', of: 'mem_1', kind: 'people', page: 1 }),
  ).toEqual(nothing)
  expect(rolesSearch({ level: 'project', dialog: 'holders', of: ROLE, kind: 'groups', page: 2 })).toEqual({
    level: 'project',
    dialog: 'holders',
    of: ROLE,
    kind: 'groups',
    page: 2,
  })
})

test('the roles of the organization are asked for as other pages ask for them', () => {
  expect(listInput('acme', rolesSearch({}))).toEqual({ organization: 'acme' })
  expect(listInput('acme', { level: 'project' })).toEqual({ organization: 'acme', level: 'project' })
})
