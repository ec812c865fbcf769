import type { ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf } from '../members/testing.ts'
import { compose } from '../outbox/compose.ts'
import { runJob } from '../platform/job.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, projectRole } from '../testing/places.ts'
import { assignmentWarnings } from './warnings.ts'

const DAY = 24 * 60 * 60 * 1_000
let home: House
let apollo: ProjectId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
})
afterEach(() => home.close())

const give = async (days: number) => {
  const [given] = await home.as('admin').assignments.assign({
    ...acme,
    members: [idOf(home, 'member')],
    projects: [apollo],
    role: await projectRole(home, home.acme, 'editor'),
    expiresAt: home.now() + days * DAY,
  })
  if (!given?.ok || !given.result.assignment) throw new Error('it was refused')
  return given.result.assignment
}
const run = () => runJob(assignmentWarnings, home.deps)
const letters = async () => {
  const rows = await home.deps.reader
    .selectFrom('message')
    .selectAll()
    .where('kind', '=', 'assignment-ending')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => compose(home.deps, row, home.now())))
}
const subjects = async () =>
  (await letters()).map((one) => one && 'to' in one && `${one.to}: ${one.rendered.subject}`)

test('seven days and one day before an end, the person and the giver are told, once each', async () => {
  await give(30)
  expect(await run()).toBe(0)
  home.advance(23 * DAY)
  expect(await run()).toBe(2)
  expect(await run()).toBe(0)
  expect(await subjects()).toEqual([
    `${home.people.member.email}: Your access to Apollo ends soon`,
    `${home.people.admin.email}: The access of The member to Apollo ends soon`,
  ])
  home.advance(6 * DAY)
  expect(await run()).toBe(2)
  home.advance(DAY)
  expect(await run()).toBe(0)
  expect(await subjects()).toEqual([null, null, null, null])
})

test('once it is renewed, a letter about the old end has no point', async () => {
  const assignment = await give(3)
  home.advance(2 * DAY)
  expect(await run()).toBe(2)
  await home.as('admin').assignments.renew({ ...acme, assignment, expiresAt: home.now() + 90 * DAY })
  expect(await letters()).toEqual([null, null])
  expect(await run()).toBe(0)
})

test('for a group, whoever gave it is told; who has left is not', async () => {
  const group = await addGroup(home, 'Crew')
  await home.as('admin').assignments.assign({
    ...acme,
    groups: [group],
    projects: [apollo],
    role: await projectRole(home, home.acme, 'viewer'),
    expiresAt: home.now() + 10 * DAY,
  })
  home.advance(4 * DAY)
  expect(await run()).toBe(1)
  expect(await subjects()).toEqual([`${home.people.admin.email}: The access of Crew to Apollo ends soon`])
  await home.as('owner').members.remove({ ...acme, members: [idOf(home, 'admin')] })
  home.advance(5 * DAY)
  expect(await run()).toBe(0)
})
