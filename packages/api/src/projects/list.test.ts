import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole, putInto } from '../testing/places.ts'
import { plansOf } from '../testing/plans.ts'
import { refused } from '../testing/refused.ts'
import { countSeen, seenProjects } from './seen.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const acme = { organization: 'acme' }
const names = async (part: Part, input: object = {}) =>
  (await home.as(part).projects.list({ ...acme, ...input })).items.map((one) => one.name)

test('O8 everybody sees the projects they are in and those that show to the organization, and no others', async () => {
  await addProject(home, 'Apollo', { visibility: 'organization' })
  await addProject(home, 'Mercury', { visibility: 'requests' })
  const hidden = await addProject(home, 'Zeus')
  const own = await addProject(home, 'Voyager')
  await giveInProject(home, own, 'member', 'editor')
  const group = await addGroup(home, 'Engineering')
  await putInto(home, group, 'viewer')
  await giveInProject(home, hidden, { group }, 'viewer')
  expect(await names('owner')).toEqual(['Apollo', 'Mercury', 'Voyager', 'Zeus'])
  expect(await names('admin')).toEqual(['Apollo', 'Mercury', 'Voyager', 'Zeus'])
  expect(await names('member')).toEqual(['Apollo', 'Mercury', 'Voyager'])
  expect(await names('viewer')).toEqual(['Apollo', 'Mercury', 'Zeus'])
  expect(await names('member', { mine: true })).toEqual(['Voyager'])
  expect(await names('admin', { mine: true })).toEqual([])
  const [page] = (await home.as('member').projects.list({ ...acme, mine: true })).items
  expect(page).toMatchObject({
    id: own,
    members: 1,
    groups: 0,
    archived: false,
    myRole: { key: 'editor' },
    visibility: 'private',
  })
  expect(page?.permissions).toContain('project.content.edit')
  expect(page?.permissions).not.toContain('project.members.manage')
  expect((await refused(home.as('member').projects.get({ ...acme, project: hidden }))).code).toBe('not-found')
  expect(await home.as('viewer').projects.get({ ...acme, project: hidden })).toMatchObject({
    myRole: { key: 'viewer' },
    joined: false,
    groups: 1,
  })
})

test('C7 projects come 25 to a page with a total, by page or cursor, found by any part of their name', async () => {
  for (let index = 0; index < 30; index++) {
    await addProject(home, `Project ${String(index).padStart(2, '0')}`)
    home.advance(1_000)
  }
  const first = await home.as('owner').projects.list(acme)
  expect(first).toMatchObject({ total: 30, totalIsCapped: false, page: 1 })
  expect(first.items).toHaveLength(25)
  for (const input of [{ page: 2 }, { cursor: first.nextCursor ?? '' }]) {
    const next = await home.as('owner').projects.list({ ...acme, ...input })
    expect(next.items.map((one) => one.name)).toEqual(
      ['25', '26', '27', '28', '29'].map((n) => `Project ${n}`),
    )
    expect(next.nextCursor).toBe(null)
  }
  expect((await home.as('owner').projects.list({ ...acme, page: 9 })).page).toBe(2)
  expect(await names('owner', { search: 'OJECT 1', pageSize: 2 })).toEqual(['Project 01', 'Project 10'])
  const newest = await home.as('owner').projects.list({ ...acme, sort: 'created', pageSize: 2 })
  expect(newest.items.map((one) => one.name)).toEqual(['Project 29', 'Project 28'])
  expect(
    await names('owner', { sort: 'created', pageSize: 2, cursor: newest.nextCursor ?? undefined }),
  ).toEqual(['Project 27', 'Project 26'])
  for (const other of [{ sort: 'created' }, { state: 'all' }, { search: 'x' }, { mine: true }] as const) {
    const call = home.as('owner').projects.list({ ...acme, cursor: first.nextCursor ?? '', ...other })
    expect((await refused(call)).code).toBe('cursor-invalid')
  }
})

test('lists of projects are read from their index in order, never sorted', async () => {
  const filter = {
    organization: home.acme,
    needles: ['x'],
    state: 'active' as const,
    given: [],
    mineOnly: false,
  }
  for (const others of ['all', 'visible', 'none'] as const) {
    for (const sort of ['name', 'created'] as const) {
      const plans = await plansOf(home.deps.reader, async (db) => {
        await countSeen(db, { ...filter, others })
        await seenProjects(db, { ...filter, others }, sort, { skip: 25 }, 26)
        await seenProjects(db, { ...filter, others }, sort, { after: [sort === 'name' ? 'x' : 1, 'y'] }, 26)
      })
      const steps = plans.flatMap((plan) => plan.steps)
      expect(steps.filter((step) => /SCAN p\b|TEMP B-TREE/.test(step))).toEqual([])
      expect(steps.every((step) => !step.startsWith('SEARCH p') || step.includes('COVERING INDEX'))).toBe(
        true,
      )
    }
  }
})

test('C1 whoever makes a project owns it, unless they manage every project anyway', async () => {
  const { project } = await home.as('owner').projects.create({ ...acme, name: ' Apollo  11 ' })
  expect(await home.as('owner').projects.get({ ...acme, project })).toMatchObject({
    name: 'Apollo 11',
    members: 0,
    myRole: null,
    joined: false,
    visibility: 'private',
    createdBy: { user: home.people.owner.id },
  })
  const joined = await home.as('admin').projects.create({ ...acme, name: 'Gemini', join: true })
  expect(await home.as('admin').projects.get({ ...acme, ...joined })).toMatchObject({
    members: 1,
    myRole: { key: 'owner' },
    joined: true,
  })
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('role')
      .set({ permissions: JSON.stringify(['organization.read', 'projects.read', 'projects.create']) })
      .where('id', '=', home.roles.auditor)
      .execute(),
  )
  const own = await home.as('auditor').projects.create({
    ...acme,
    name: 'Skylab',
    defaultRole: await projectRole(home, home.acme, 'viewer'),
  })
  expect(await home.as('auditor').projects.get({ ...acme, ...own })).toMatchObject({
    myRole: { key: 'owner' },
    defaultRole: { key: 'viewer' },
  })
  const { rows } = {
    rows: await home.deps.reader
      .selectFrom('assignment')
      .selectAll()
      .where('project_id', '=', own.project)
      .execute(),
  }
  expect(rows).toMatchObject([{ member_id: memberOf(home, 'auditor'), given_by: home.people.auditor.id }])
  const refusal = await refused(home.as('owner').projects.create({ ...acme, name: 'APOLLO 11' }))
  expect(refusal).toMatchObject({ code: 'name-taken', facts: { field: 'name' } })
  const byDefault = home.as('owner').projects.create({
    ...acme,
    name: 'Salyut',
    defaultRole: await projectRole(home, home.acme, 'owner'),
  })
  expect((await refused(byDefault)).code).toBe('owner-by-default')
})
