import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme } from '../members/testing.ts'
import { compose } from '../outbox/compose.ts'
import { runJob } from '../platform/job.ts'
import { type House, house } from '../testing/house.ts'
import { makeKey } from './testing.ts'
import { keyWarnings } from './warnings.ts'

const DAY = 86_400_000
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const run = () => runJob(keyWarnings, home.deps)
const letters = async () => {
  const rows = await home.deps.reader
    .selectFrom('message')
    .selectAll()
    .where('kind', '=', 'key-ending')
    .orderBy('id')
    .execute()
  const composed = await Promise.all(rows.map((row) => compose(home.deps, row, home.now())))
  return composed.map((one) => one && 'to' in one && `${one.to}: ${one.rendered.subject}`)
}

test('a week before a key expires, whoever it acts for is told, once for each end', async () => {
  const { id } = await makeKey(home, 'member', 'viewer', { expiryDays: 30 })
  await makeKey(home, 'member', 'viewer', { expiryDays: 7 })
  await makeKey(home, 'member', 'viewer', { expiryDays: null })
  expect(await run()).toBe(0)
  home.advance(23 * DAY)
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)
  expect(await letters()).toEqual([`${home.people.member.email}: The API key CI expires soon`])
  await home.as('member').keys.update({ ...acme, key: id, expiryDays: 30 })
  expect(await letters()).toEqual([null])
  home.advance(23 * DAY)
  expect(await run()).toBe(1)
  await home.as('member').keys.revoke({ ...acme, key: id })
  expect(await letters()).toEqual([null, null])
})

test('of a service account’s key whoever made it is told, while they are here', async () => {
  const { member } = await home
    .as('owner')
    .serviceAccounts.create({ ...acme, name: 'Nightly', role: home.roles.viewer })
  await makeKey(home, 'admin', 'viewer', { for: member, expiryDays: 30 })
  await makeKey(home, 'owner', 'viewer', { for: member, expiryDays: 30 })
  const admin = home.people.admin.member
  if (!admin) throw new Error('the admin is a member')
  await home.as('owner').members.changeRoles({ ...acme, members: [admin], role: home.roles.viewer })
  await home.as('owner').members.remove({ ...acme, members: [admin] })
  home.advance(24 * DAY)
  expect(await run()).toBe(1)
  expect(await letters()).toEqual([`${home.people.owner.email}: The API key CI expires soon`])
})
