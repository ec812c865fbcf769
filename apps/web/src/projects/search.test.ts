import { expect, test } from 'vitest'
import { isFiltered, listInput, membersInput, projectSearch, projectsSearch, showsSome } from './search.ts'

test('C7 the address of the list says what is asked for, and the usual is left out', () => {
  expect(listInput('acme', projectsSearch({}))).toEqual({
    organization: 'acme',
    search: undefined,
    state: 'active',
    mine: false,
    sort: 'name',
    page: 1,
    pageSize: 25,
  })
  const search = projectsSearch({
    q: 42,
    state: 'archived',
    mine: true,
    sort: 'created',
    page: 2,
    create: '',
  })
  expect(listInput('acme', search)).toMatchObject({ search: '42', state: 'archived', mine: true, page: 2 })
  expect(search.create).toBe(true)
  expect(isFiltered(search)).toBe(true)
  expect(isFiltered(projectsSearch({ state: 'active', sort: 'x', page: 3 }))).toBe(false)
})

test('what makes no sense in the address of a project counts as left out', () => {
  expect(Object.values(projectSearch({ tab: 'members', dialog: 'x', role: 'y', via: 1, of: 2 }))).toSatisfy(
    (values: unknown[]) => values.every((value) => value === undefined),
  )
  expect(projectSearch({ tab: 'settings', via: 'group' })).toMatchObject({ tab: 'settings', via: 'group' })
  expect(showsSome(projectSearch({ via: 'group' }))).toBe(true)
  expect(membersInput({ organization: 'acme', project: 'prj' }, projectSearch({ page: 3 }))).toMatchObject({
    page: 3,
    pageSize: 25,
  })
})
