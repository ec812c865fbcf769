import type { ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf } from '../members/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

let home: House
let apollo: ProjectId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
})
afterEach(() => home.close())

const of = (part: 'owner' | 'member' | 'viewer', by: 'owner' | 'member' | 'viewer' = 'owner') =>
  home.as(by).assignments.effective({ ...acme, member: idOf(home, part) })

test('D27 D45 every permission is told with every reason: by whom, since when, until when, why, through what', async () => {
  const [outer, middle, inner] = [
    await addGroup(home, 'Engineering'),
    await addGroup(home, 'Platform'),
    await addGroup(home, 'Storage'),
  ]
  await putInto(home, outer, { child: middle })
  await putInto(home, middle, { child: inner })
  await putInto(home, inner, 'member')
  const through = await giveInProject(home, apollo, { group: outer }, 'viewer')
  const end = home.now() + 86_400_000
  const [given] = await home.as('admin').assignments.assign({
    ...acme,
    members: [idOf(home, 'member')],
    projects: [apollo],
    role: await projectRole(home, home.acme, 'editor'),
    expiresAt: end,
    reason: 'until the release',
  })
  if (!given?.ok) throw new Error('it was refused')

  const { because, paths, scopes } = await of('member')
  expect(scopes.map((scope) => scope.project?.name ?? null)).toEqual([null, 'Apollo'])
  const why = (permission: string) => {
    const found = scopes[1]?.permissions.find((one) => one.permission === permission)
    return found?.because.map((index) => because[index])
  }
  expect(why('project.content.edit')).toEqual([
    {
      assignment: given.result.assignment,
      role: { id: await projectRole(home, home.acme, 'editor'), key: 'editor', name: 'Editor' },
      project: { id: apollo, name: 'Apollo', archived: false },
      via: 'direct',
      path: null,
      place: null,
      by: expect.objectContaining({ user: home.people.admin.id, name: 'The admin' }),
      since: home.now(),
      expiresAt: end,
      reason: 'until the release',
    },
  ])
  expect(why('project.content.read')).toMatchObject([
    { assignment: given.result.assignment },
    {
      assignment: through,
      via: 'group',
      path: 0,
      place: { since: home.now(), by: null },
    },
  ])
  expect(paths).toMatchObject([[{ name: 'Engineering' }, { name: 'Platform' }, { name: 'Storage' }]])
})

test('what comes with a role at the organization is a reason in every project, and there without one', async () => {
  const { because, scopes } = await home
    .as('owner')
    .assignments.effective({ ...acme, member: idOf(home, 'owner'), project: apollo })
  expect(scopes).toHaveLength(1)
  const reasons = scopes[0]?.permissions.find((one) => one.permission === 'project.delete')?.because ?? []
  expect(reasons.map((index) => because[index]?.role.key)).toEqual(['owner'])
  expect(scopes[0]?.permissions.every((one) => one.permission.startsWith('project.'))).toBe(true)
})

test('one’s own is everybody’s to see; of others, what one may see of the projects and groups', async () => {
  const crew = await addGroup(home, 'Crew')
  await putInto(home, crew, 'member')
  await giveInProject(home, apollo, { group: crew }, 'viewer')
  const own = await of('member', 'member')
  expect(own).toMatchObject({ hidden: 0, scopes: [{}, { project: { name: 'Apollo' } }] })

  const seen = await of('member', 'viewer')
  expect(seen).toMatchObject({ hidden: 1, scopes: [{ project: null }] })
  expect(JSON.stringify(seen)).not.toContain('Apollo')

  // In the project, but without a right to see groups.
  await giveInProject(home, apollo, 'viewer', 'viewer')
  const there = await of('member', 'viewer')
  expect(there.because.at(-1)).toMatchObject({ via: 'group', path: null, place: null })
  expect(JSON.stringify(there)).not.toContain('Crew')
})

test('somebody who has left holds nothing that could be told', async () => {
  const member = idOf(home, 'viewer')
  await home.as('owner').members.remove({ ...acme, members: [member] })
  expect((await refused(home.as('owner').assignments.effective({ ...acme, member }))).code).toBe('not-found')
})
