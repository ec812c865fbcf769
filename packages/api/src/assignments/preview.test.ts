import type { GroupId, ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf, untouched } from '../members/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

let home: House
let apollo: ProjectId
let crew: GroupId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
  crew = await addGroup(home, 'Crew')
  await putInto(home, crew, 'member')
  await giveInProject(home, apollo, { group: crew }, 'viewer')
})
afterEach(() => home.close())

const role = (key: 'owner' | 'admin' | 'editor' | 'viewer') => projectRole(home, home.acme, key)

test('D28 the preview names what each person gains, loses and keeps, and what is refused', async () => {
  await giveInProject(home, apollo, 'viewer', 'editor')
  const [member, viewer] = [idOf(home, 'member'), idOf(home, 'viewer')]
  const viewing = await role('viewer')
  const ask = { ...acme, members: [member, viewer], projects: [apollo], role: viewing }
  const preview = await untouched(home, () => home.as('admin').assignments.preview(ask))
  const project = { id: apollo, name: 'Apollo', archived: false }
  const to = { id: viewing, key: 'viewer', name: 'Viewer', expiresAt: null }
  expect(preview).toEqual([
    {
      kind: 'member',
      id: member,
      name: 'The member',
      people: null,
      refusal: null,
      // In the crew, they may do all of it already.
      changes: [
        {
          index: 0,
          project,
          from: null,
          to,
          unchanged: false,
          gains: [],
          losses: [],
          keeps: 3,
          refusal: null,
        },
      ],
    },
    {
      kind: 'member',
      id: viewer,
      name: 'The viewer',
      people: null,
      refusal: null,
      changes: [
        {
          index: 1,
          project,
          from: { id: await role('editor'), key: 'editor', name: 'Editor', expiresAt: null },
          to,
          unchanged: false,
          gains: [],
          losses: ['project.content.edit', 'project.jobs.run', 'project.connections.manage'],
          keeps: 3,
          refusal: null,
        },
      ],
    },
  ])
  const beyond = await home.as('admin').assignments.preview({ ...ask, role: await role('owner') })
  expect(beyond.map((one) => one.refusal?.code)).toEqual(['beyond-your-own', 'beyond-your-own'])
  expect(beyond.flatMap((one) => one.changes.map((change) => [...change.gains, ...change.losses]))).toEqual([
    [],
    [],
  ])
})

test('D28 a group is previewed with how many people are in it, nested ones included', async () => {
  const inner = await addGroup(home, 'Inner crew')
  await putInto(home, crew, { child: inner })
  await putInto(home, inner, 'viewer')
  await putInto(home, inner, 'member')
  const [preview] = await home
    .as('admin')
    .assignments.preview({ ...acme, groups: [crew], projects: [apollo], role: await role('editor') })
  expect(preview).toMatchObject({
    kind: 'group',
    name: 'Crew',
    people: 2,
    changes: [
      { gains: ['project.content.edit', 'project.jobs.run', 'project.connections.manage'], losses: [] },
    ],
  })
})

test('a call asks for something, and for ten thousand changes at the most', async () => {
  const ask = { ...acme, projects: [apollo], role: await role('viewer') }
  expect((await refused(home.as('admin').assignments.preview(ask))).code).toBe('invalid-input')
  const members = Array.from({ length: 10_000 }, () => idOf(home, 'member'))
  const twice = { ...ask, members, projects: [apollo, apollo] }
  expect((await refused(home.as('admin').assignments.preview(twice))).code).toBe('too-large')
})

test('a project that is not the caller’s to know of is not there', async () => {
  const [preview] = await home
    .as('auditor')
    .assignments.preview({ ...acme, members: [idOf(home, 'member')], projects: [apollo], role: null })
  expect(preview).toMatchObject({ refusal: { code: 'not-found' }, changes: [{ project: null, from: null }] })
})
