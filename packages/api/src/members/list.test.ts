import { afterEach, beforeEach, expect, test } from 'vitest'
import { crowd } from '../testing/crowd.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addProject, projectRole } from '../testing/places.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const list = (part: Part, input: Partial<Parameters<ReturnType<House['as']>['members']['list']>[0]> = {}) =>
  home.as(part).members.list({ organization: 'acme', ...input })

test('T1 D4 D9 the list shows everybody with name, username, address, role and since when', async () => {
  const page = await list('viewer')
  expect(page.items.map(({ name, role, you }) => [name, role.key, you])).toEqual([
    ['The admin', 'admin', false],
    ['The auditor', null, false],
    ['The member', 'member', false],
    ['The owner', 'owner', false],
    ['The viewer', 'viewer', true],
  ])
  expect(page).toMatchObject({ total: 5, totalIsCapped: false, nextCursor: null, page: 1 })
  expect(page.items[3]).toEqual({
    member: home.people.owner.member,
    user: home.people.owner.id,
    name: 'The owner',
    ownName: 'The owner',
    displayName: null,
    title: null,
    username: 'the-owner',
    email: 'owner@acme.test',
    verified: true,
    avatar: null,
    role: { id: home.roles.owner, key: 'owner', name: 'Owner' },
    protected: true,
    joinedAt: home.now(),
    leftAt: null,
    lastActiveAt: null,
    you: false,
    source: 'setup',
  })
})

test('D7 search finds name, address, username and role, in any case, and parts of words from three letters', async () => {
  const found = async (search: string) => (await list('owner', { search })).items.map((one) => one.name)
  expect(await found('AUDIT')).toEqual(['The auditor'])
  expect(await found('owner@acme.test')).toEqual(['The owner'])
  expect(await found('the-vie')).toEqual(['The viewer'])
  expect(await found('dmi')).toEqual(['The admin'])
  expect(await found('ad')).toEqual(['The admin'])
  expect(await found('o')).toEqual(['The owner'])
  expect(await found('the member')).toEqual(['The member'])
  expect(await found('  ')).toHaveLength(5)
  for (const nothing of ['%', '_x', '"', '*', 'a* OR b', 'nobody', "'; drop table member; --"]) {
    expect(await found(nothing), nothing).toEqual([])
  }
})

test('D8 sorts by name, address, joining and activity, both ways', async () => {
  const names = async (sort: 'name' | 'email' | 'joined' | 'active', direction: 'asc' | 'desc') =>
    (await list('owner', { sort, direction })).items.map((one) => one.name.slice(4))
  const all = ['admin', 'auditor', 'member', 'owner', 'viewer']
  for (const sort of ['name', 'email', 'joined', 'active'] as const) {
    expect(await names(sort, 'asc')).toEqual(all)
    expect(await names(sort, 'desc')).toEqual(all.toReversed())
  }
})

test('C7 both levels come 25 to a page from the first page on, with a total, unless asked otherwise', async () => {
  const acme = { organization: 'acme' }
  const people = await crowd(
    home,
    Array.from({ length: 30 }, (_, nth) => `Kim ${nth}`),
  )
  const project = await addProject(home, 'Apollo')
  const role = await projectRole(home, home.acme, 'viewer')
  const changes = people.map(({ member }) => ({ subject: { member }, project, role }))
  await home.as('owner').assignments.assign({ ...acme, changes })

  for (const page of [await list('owner'), await home.as('owner').projects.members({ ...acme, project })]) {
    expect(page).toMatchObject({ page: 1, nextCursor: expect.any(String) })
    expect(page.items).toHaveLength(25)
  }
  const rest = { page: 2, pageSize: 20 }
  expect(await list('owner', rest)).toMatchObject({ total: 35, page: 2, items: { length: 15 } })
  expect(await home.as('owner').projects.members({ ...acme, project, ...rest })).toMatchObject({
    total: 30,
    page: 2,
    items: { length: 10 },
  })
})
