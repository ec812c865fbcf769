import { afterAll, beforeAll, expect, test } from 'vitest'
import { doorFor } from '../domains/door.ts'
import { proofsTo, verifiedDomains } from '../domains/store.ts'
import type { Deps } from '../platform/call.ts'
import { type Job, runJob } from '../platform/job.ts'
import { type House, house } from '../testing/house.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { remindInvitations } from './remind.ts'

let home: House
beforeAll(async () => {
  home = await house()
  const recipients = Array.from({ length: 300 }, (_, index) => `p${index}@x.test`)
  await home.as('owner').invitations.send({ organization: 'acme', recipients, expiryDays: 7 })
  for (let index = 0; index < 15; index++)
    await home.as('owner').domains.add({ organization: 'acme', name: `d${index}.test` })
})
afterAll(() => home.close())

const plansOfJob = (job: Job) =>
  plansOf(home.database.reader, (reader) => {
    const deps: Deps = { ...home.deps, reader }
    return runJob(job, deps)
  })

test('D43 what is about to expire is found along an index, whatever else is open', async () => {
  expect(wholeWalks(await plansOfJob(remindInvitations))).toEqual([])
})

test('the door of a domain, and what is known of one, are found along an index', async () => {
  const plans = await plansOf(home.database.reader, async (db) => {
    await doorFor(db, 'eve@d3.test')
    await proofsTo(db, 'd3.test', 0)
    await verifiedDomains(db, home.acme)
  })
  expect(wholeWalks(plans)).toEqual([])
})
