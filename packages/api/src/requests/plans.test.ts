import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, answerOpen } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { contextFor } from '../testing/call.ts'
import { addAccount, type House, house } from '../testing/house.ts'
import { addProject, giveInProject } from '../testing/places.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { listRequests } from './list.ts'
import { myRequests } from './mine.ts'
import { insertRequest } from './store.ts'

let home: House
beforeAll(async () => {
  home = await house()
  const { deps } = home
  const project = await addProject(home, 'Apollo', { visibility: 'requests' })
  await giveInProject(home, project, 'viewer', 'owner')
  const { id: user } = await addAccount(deps, 'asks', home.now())
  // Many that are closed, as years leave them.
  await deps.writer.run(async (tx) => {
    const asked = { organization: home.acme, user, reason: 'Please.', now: home.now() }
    for (let count = 0; count < 300; count += 1) {
      const id = await insertRequest(tx, deps.newId, { ...asked, project: count % 2 ? project : null })
      const closed = { state: 'withdrawn', answered_at: home.now() } as const
      await tx.updateTable('access_request').set(closed).where('id', '=', id).execute()
    }
    await insertRequest(tx, deps.newId, { ...asked, project })
    await insertRequest(tx, deps.newId, { ...asked, project: null })
  })
})
afterAll(() => home.close())

/** What the statements about requests walk through as a whole. */
const walks = async (act: (db: Reads) => Promise<unknown>) =>
  wholeWalks(
    (await plansOf(home.deps.reader, act)).filter((plan) => plan.sql.includes('access_request')),
  ).filter((step) => !/^SCAN (j|json_each)\b/.test(step))

test.each([
  ['owner', 'open'],
  ['owner', 'closed'],
  ['viewer', 'open'],
  ['viewer', 'closed'],
] as const)('the list for the %s, %s, walks an index of its own', async (part, state) => {
  const call = contextFor(home, home.people[part].id)
  const input = { organization: 'acme', state, page: 1, pageSize: 25 }
  expect(await walks((reader) => answer(listRequests, { ...call, reader }, input))).toEqual([])
})

test('one’s own requests are found by the person', async () => {
  const call = contextFor(home, home.people.member.id)
  expect(await walks((reader) => answerOpen(myRequests, { ...call, reader }, {}))).toEqual([])
})
