import { keyToken } from '@roster/domain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { acme, idOf } from '../members/testing.ts'
import { giveRole, newRole } from '../roles/testing.ts'
import { browser, givePassword } from '../testing/browser.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { type MadeKey, makeKey, works } from './testing.ts'

// Hashing is slow on purpose.
vi.setConfig({ testTimeout: 60_000 })

let home: House
let key: MadeKey
beforeEach(async () => {
  home = await house()
  key = await makeKey(home, 'member', 'member')
})
afterEach(() => home.close())

const gone = async () => {
  expect(await works(home, key)).toBe(false)
  const kept = await home.deps.reader
    .selectFrom('api_key')
    .select(['until', 'id'])
    .where('id', '=', key.id)
    .execute()
  expect(kept).toHaveLength(1)
  return kept[0]?.until
}

test('A22 removing somebody ends their keys', async () => {
  await home.as('admin').members.remove({ ...acme, members: [idOf(home, 'member')] })
  expect(await gone()).toBe(home.now())
})

test('A22 offboarding somebody ends their keys', async () => {
  await home.as('admin').members.offboard({ ...acme, members: [idOf(home, 'member')], sent: 'revoke' })
  expect(await gone()).toBe(home.now())
})

test('A22 leaving ends one’s keys; a key does not leave for anybody', async () => {
  expect((await refused((await home.asKey(key.secret)).members.leave(acme))).code).toBe('people-only')
  await home.as('member').members.leave(acme)
  expect(await gone()).toBe(home.now())
})

test('A22 undoing a removal gives no key back', async () => {
  await home.as('admin').members.remove({ ...acme, members: [idOf(home, 'member')] })
  const [removal] = (await home.as('admin').audit.list(acme)).items
  if (!removal) throw new Error('a removal is recorded')
  expect(await home.as('admin').audit.undo({ ...acme, entries: [removal.sequence] })).toMatchObject([
    { ok: true },
  ])
  expect((await home.as('member').keys.list(acme)).items).toEqual([])
  await gone()
})

test('A22 deleting one’s account ends one’s keys', async () => {
  const { id, email } = home.people.member
  await givePassword(home, id, 'correct horse battery')
  const at = browser(home)
  await (await at.call()).identity.signIn({ email, password: 'correct horse battery' })
  await (await at.call()).identity.deleteAccount({ password: 'correct horse battery' })
  expect(await gone()).toBe(home.now())
})

test('A23 an account that is disabled has no keys while it is', async () => {
  const disable = (at: number | null) =>
    home.deps.writer.run((tx) =>
      tx.updateTable('user').set({ disabled_at: at }).where('id', '=', home.people.member.id).execute(),
    )
  await disable(home.now())
  expect(await gone()).toBeNull()
  await disable(null)
  expect(await works(home, key)).toBe(true)
})

test('A22 deleting the organization ends every key', async () => {
  await home.as('owner').organizations.delete({ ...acme, confirm: 'acme' })
  await gone()
})

test('A20 a key is as narrow as its owner becomes, at once, and not wider when they rise', async () => {
  const caller = async () => home.asKey(key.secret)
  expect((await (await caller()).groups.list(acme)).items).toEqual([])
  await giveRole(home, 'member', home.roles.viewer)
  expect((await refused((await caller()).groups.list(acme))).code).toBe('not-permitted')
  await giveRole(home, 'member', home.roles.admin)
  expect((await (await caller()).groups.list(acme)).items).toEqual([])
  expect((await refused((await caller()).audit.list(acme))).code).toBe('not-permitted')
})

test('A39 a key is as narrow as its role becomes, and no wider when the role grows', async () => {
  const role = await newRole(home, 'Robots', ['organization.read', 'members.read'])
  const { secret } = await home.as('owner').keys.create({ ...acme, name: 'CI', role })
  const change = (permissions: string[]) => home.as('owner').roles.update({ ...acme, role, permissions })
  await change(['organization.read', 'projects.read'])
  expect((await refused((await home.asKey(secret)).members.list(acme))).code).toBe('not-permitted')
  expect((await refused((await home.asKey(secret)).projects.list(acme))).code).toBe('not-permitted')
  await change(['organization.read', 'members.read', 'projects.read'])
  expect((await (await home.asKey(secret)).members.list(acme)).total).toBe(5)
})

test('A41 what is not a whole key, letter by letter, opens nothing', async () => {
  const { secret } = key
  for (const text of [
    ...['', ' ', 'rst_', secret.toLowerCase(), secret.toUpperCase(), ` ${secret}`, `${secret} `],
    ...[secret.slice(0, -1), `${secret}a`, secret.replace('rst_', 'RST_'), keyToken(Array(30).fill(7))],
  ])
    expect(await works(home, { secret: text })).toBe(false)
  expect(await works(home, key)).toBe(true)
})

test('what needs nobody’s grant is for people: a key neither decides in a review nor ticks first steps', async () => {
  const by = await home.asKey((await makeKey(home, 'owner', 'owner')).secret)
  expect((await refused(by.onboarding.dismiss(acme))).code).toBe('people-only')
  const reviewers = [idOf(home, 'owner'), idOf(home, 'admin')]
  const start = (fallback: 'keep' | 'revoke') =>
    by.reviews.start({
      ...{ ...acme, scope: 'organization', reviewers, name: 'Spring', fallback },
      deadline: home.now() + 86_400_000,
    })
  expect((await refused(start('revoke'))).code).toBe('people-only')
  const { review: id } = await start('keep')
  const { items } = await by.reviews.items({ ...acme, review: id })
  const decide = by.reviews.decide({
    ...acme,
    review: id,
    items: items.map((one) => one.id),
    decision: 'keep',
  })
  expect((await refused(decide)).code).toBe('people-only')
  expect((await refused(by.identity.me({}))).code).toBe('people-only')
})
