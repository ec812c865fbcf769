import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { refused } from '../testing/refused.ts'
import { usernamesFrom } from './suggest.ts'
import { account, invite } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const suggest = (prefix: string) => home.as('owner').invitations.suggest({ organization: 'acme', prefix })

test('T11 autocomplete starts at four characters, the server refuses fewer', async () => {
  for (const prefix of ['', 'the', ' the ', '@the', '   t']) {
    expect(await refused(suggest(prefix))).toMatchObject({ code: 'search-too-short', facts: { least: 4 } })
  }
  expect(await suggest('the-')).not.toEqual([])
})

test('T12 A33 autocomplete answers usernames and nothing else', async () => {
  const eve = await account(home, 'eve')
  const found = await suggest('The-Ev')
  expect(found).toEqual([{ username: 'the-eve' }])
  expect(JSON.stringify(found)).not.toContain(eve.id)
})

test('T13 who opted out is not suggested, but may be invited by the exact username', async () => {
  const eve = await account(home, 'eve')
  await home.asUser(eve.id).identity.updateProfile({ discoverable: false })
  expect(await suggest('the-eve')).toEqual([])
  await invite(home, 'the-eve')
})

test('A36 wildcards and quotes are letters like others; at most eight are answered', async () => {
  for (let index = 0; index < 12; index++) await account(home, `many-${index}`)
  for (const prefix of ['%%%%', '____', "the'--", 'the*"', 'the-%']) expect(await suggest(prefix)).toEqual([])
  expect(await suggest('the-many')).toHaveLength(8)
})

test('A23 disabled and deleted accounts are not suggested', async () => {
  const eve = await account(home, 'eve')
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ disabled_at: home.now() }).where('id', '=', eve.id).execute(),
  )
  expect(await suggest('the-eve')).toEqual([])
})

test('suggestions walk the index on usernames', async () => {
  const plans = await plansOf(home.database.reader, (db) => usernamesFrom(db, 'the-').execute())
  expect(wholeWalks(plans)).toEqual([])
  expect(plans[0]?.steps.join()).toContain('SEARCH user USING INDEX')
})
