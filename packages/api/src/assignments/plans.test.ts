import { DEFAULT_POLICIES, type GroupId, type MemberId, type ProjectId } from '@roster/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, putInto } from '../testing/places.ts'
import { type Plan, plansOf } from '../testing/plans.ts'
import { edgesAbove, placesOf } from './around.ts'
import { factsOf } from './facts.ts'
import { givenTo } from './given.ts'
import { peopleIn } from './people-in.ts'
import { standingAt } from './standing-rows.ts'

let home: House
let member: MemberId
let project: ProjectId
let group: GroupId
beforeAll(async () => {
  home = await house()
  member = memberOf(home, 'member')
  project = await addProject(home, 'Apollo')
  group = await addGroup(home, 'Crew')
  await putInto(home, group, 'member')
  await giveInProject(home, project, { group }, 'viewer')
  await giveInProject(home, project, 'member', 'viewer')
})
afterAll(() => home.close())

/** Steps that walk what a table holds, beside the ids that were asked for. */
const walks = (plans: readonly Plan[]) =>
  plans.flatMap(({ steps }) =>
    steps.filter((step) => /^SCAN (?!j |json_each |through|reached|inside|CONSTANT ROW|\d)/.test(`${step} `)),
  )
/** Steps that are led by the organization alone, which may be everything there is. */
const ledByOrganization = (plans: readonly Plan[]) =>
  plans.flatMap(({ steps }) => steps.filter((step) => /\(organization_id=\?\)/.test(step)))

test('whatever is read to plan, to preview and to explain is led by what was asked for', async () => {
  const within = { id: home.acme, policies: DEFAULT_POLICIES }
  const plans = await plansOf(home.database.reader, async (db) => {
    const change = { role: null }
    const scopes = [
      { subject: { member }, project },
      { subject: { member }, project: null },
      { subject: { group }, project },
    ]
    await factsOf(
      db,
      within,
      scopes.map((scope) => ({ ...scope, ...change })),
    )
    await standingAt(db, within, scopes)
    await placesOf(db, home.acme, [member])
    await edgesAbove(db, home.acme, [group])
    await peopleIn(db, home.acme, [group])
    await givenTo(db, within, member, home.now(), null)
    await givenTo(db, within, member, home.now(), project)
  })
  expect(plans.length).toBeGreaterThan(10)
  expect(walks(plans)).toEqual([])
  expect(ledByOrganization(plans)).toEqual([])
})
