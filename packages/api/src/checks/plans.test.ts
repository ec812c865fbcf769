import { afterEach, beforeEach, expect, test } from 'vitest'
import { answer } from '../platform/query.ts'
import { contextFor } from '../testing/call.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, putInto } from '../testing/places.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { check } from './check.ts'
import { checkPermissions } from './permissions.ts'
import { checkProjects } from './projects.ts'
import { checkSubjects } from './subjects.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('no question walks a whole table or sorts what it finds', async () => {
  const at = await addProject(home, 'Apollo')
  const outer = await addGroup(home, 'Outer')
  const inner = await addGroup(home, 'Inner')
  await putInto(home, outer, { child: inner })
  await putInto(home, inner, 'member')
  await giveInProject(home, at, { group: outer }, 'editor')
  const acme = { organization: 'acme', explain: false, at, pageSize: 2 }
  const permission = 'project.read'
  const plans = await plansOf(home.deps.reader, async (reader) => {
    const call = { ...contextFor(home, home.people.owner.id), reader }
    const { owner } = home.people
    for (const subject of [
      owner.id,
      owner.member ?? '',
      owner.email,
      owner.username,
      'svc_00000000000000000000000000',
    ])
      await answer(check, call, { ...acme, subject, permission })
    await answer(checkPermissions, call, { ...acme, subject: owner.id })
    for (const type of [undefined, 'user', 'service_account'] as const)
      await answer(checkSubjects, call, { ...acme, permission, type })
    await answer(checkProjects, call, { ...acme, subject: owner.id, permission })
  })
  const steps = plans.flatMap((plan) => plan.steps)
  // A list given as one parameter is walked, and nothing else.
  expect(wholeWalks(plans).filter((step) => !/VIRTUAL TABLE/.test(step))).toEqual([])
  const inOrder = (index: string) => steps.filter((step) => step.includes(`USING INDEX ${index} `)).length
  expect(inOrder('group_member_in_order')).toBeGreaterThanOrEqual(6)
  expect(inOrder('assignment_at_project')).toBeGreaterThanOrEqual(3)
  expect(inOrder('assignment_by_role')).toBeGreaterThanOrEqual(3)
})
