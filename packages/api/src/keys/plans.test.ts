import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../members/testing.ts'
import { totalsByRole } from '../roles/store.ts'
import { accountRows, countAccounts } from '../service-accounts/store.ts'
import { type House, house } from '../testing/house.ts'
import { type Plan, plansOf } from '../testing/plans.ts'
import { authenticateKey } from './authenticate.ts'
import { countKeys, keyRows, secretsOf } from './store.ts'
import { makeKey } from './testing.ts'

let home: House
beforeAll(async () => {
  home = await house()
  for (let made = 0; made < 20; made += 1) await makeKey(home, 'member', 'viewer')
})
afterAll(() => home.close())

/** Steps that walk all there is, of every organization. */
const walks = (plans: readonly Plan[]) =>
  plans.flatMap(({ steps }) =>
    steps.filter((step) => /^SCAN (?!j |json_each |CONSTANT ROW|\(|\d)/.test(`${step} `)),
  )

test('T28 a key is found by the hash of its secret, whoever else has keys', async () => {
  const { secret } = await makeKey(home, 'owner', 'owner')
  const plans = await plansOf(home.database.reader, (reader) =>
    authenticateKey({ reader }, secret, home.now()),
  )
  expect(plans).toHaveLength(1)
  expect(plans[0]?.steps[0]).toMatch(/^SEARCH s USING PRIMARY KEY \(hash=\?\)/)
  expect(walks(plans)).toEqual([])
})

test('a page of keys is read in the order of its index, and what is asked of one is led by it', async () => {
  const organization = home.acme
  const page = { organization, take: 26, skip: 0 }
  const plans = await plansOf(home.database.reader, async (db) => {
    await keyRows(db, { ...page, which: sql`1` })
    await keyRows(db, { ...page, which: sql`k.id < 'key_z'` })
  })
  expect(walks(plans)).toEqual([])
  expect(plans.flatMap(({ steps }) => steps.filter((step) => /TEMP B-TREE/.test(step)))).toEqual([])
  const others = await plansOf(home.database.reader, async (db) => {
    await keyRows(db, { ...page, which: sql`k.member_id = ${idOf(home, 'member')}` })
    await keyRows(db, { ...page, which: sql`k.id = 'key_1'`, revoked: true })
    await countKeys(db, { organization, which: sql`1` })
    await secretsOf(db, ['key_1'], home.now())
    await totalsByRole(db, organization, [home.roles.viewer])
    await countAccounts(db, organization, '')
    await accountRows(db, organization, {
      ...{ now: home.now(), only: null, after: '', search: '', take: 26, skip: 0 },
    })
  })
  expect(walks(others)).toEqual([])
})
