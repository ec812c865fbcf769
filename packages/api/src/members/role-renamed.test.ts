import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../platform/job.ts'
import { crowd, faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { relistRenamed } from './role-renamed.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('D37 a role that very many hold is listed under its new name piece by piece, and nobody is left out', async () => {
  await crowd(
    home,
    Array.from({ length: 1_100 }, (_, index) => `Somebody ${index % 7}`),
    home.roles.viewer,
  )
  const rename = { organization: 'acme', role: home.roles.viewer, name: 'Guest' }
  await home.as('owner').roles.update(rename)
  const named = async () => {
    const rows = home.deps.reader
      .selectFrom('member_listing')
      .select('search')
      .where('role_name', '=', 'Guest')
    return (await rows.execute()).filter(({ search }) => search.endsWith('  guest')).length
  }
  expect(await named()).toBe(500)
  expect(await runJob(relistRenamed, home.deps)).toBe(2)
  expect(await named()).toBe(1_101)
  expect(await faults(home)).toEqual([])
  expect(await runJob(relistRenamed, home.deps)).toBe(0)
})
