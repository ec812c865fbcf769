import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf, lastEntry, trail, untouched } from '../members/testing.ts'
import { giveRole, newRole } from '../roles/testing.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { makeKey, works } from './testing.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const rotate = (part: 'owner' | 'admin' | 'member', key: `key_${string}`, overlapHours?: number) =>
  home.as(part).keys.rotate({ ...acme, key, ...(overlapHours !== undefined && { overlapHours }) })

test('a rotated key has a new secret, and the old one until the overlap is over', async () => {
  const first = await makeKey(home, 'member', 'member')
  const second = await rotate('member', first.id)
  expect(second.secret).not.toBe(first.secret)
  expect(second.oldSecretUntil).toBe(home.now() + DAY)
  expect(await lastEntry(home)).toMatchObject({ action: 'key.rotated', facts: { overlap_hours: 24 } })
  expect(JSON.stringify(await lastEntry(home))).not.toContain(second.secret)
  const shown = () => home.as('member').keys.get({ ...acme, key: first.id })
  expect(await shown()).toMatchObject({ hint: second.secret.slice(-4), oldSecretUntil: home.now() + DAY })
  expect([await works(home, first), await works(home, second)]).toEqual([true, true])
  const third = await rotate('member', first.id, 1)
  expect([await works(home, first), await works(home, second), await works(home, third)]).toEqual([
    false,
    true,
    true,
  ])
  home.advance(HOUR)
  expect([await works(home, second), await works(home, third)]).toEqual([false, true])
  expect((await shown()).oldSecretUntil).toBeNull()
  const fourth = await rotate('member', first.id, 0)
  expect([await works(home, third), await works(home, fourth)]).toEqual([false, true])
  expect((await refused(rotate('member', first.id, 169))).code).toBe('invalid-input')
})

test('A40 nobody gets the secret of another person’s key, nor one that opens more than they hold', async () => {
  const owners = await makeKey(home, 'owner', 'owner')
  expect((await untouched(home, () => refused(rotate('admin', owners.id)))).code).toBe('another-persons-key')
  const members = await makeKey(home, 'member', 'member')
  expect((await untouched(home, () => refused(rotate('owner', members.id)))).code).toBe('another-persons-key')
  expect((await refused(rotate('member', owners.id))).code).toBe('not-found')

  const everything = await newRole(home, 'Everything', ['organization.read', 'organization.delete'])
  const { member } = await home.as('owner').serviceAccounts.create({ ...acme, name: 'CI', role: everything })
  const { key } = await home.as('owner').keys.create({ ...acme, name: 'CI', role: everything, for: member })
  expect((await untouched(home, () => refused(rotate('admin', key.id)))).code).toBe('beyond-your-own')
  const longer = () => home.as('admin').keys.update({ ...acme, key: key.id, expiryDays: 300 })
  expect((await untouched(home, () => refused(longer()))).code).toBe('beyond-your-own')
  expect((await rotate('owner', key.id)).secret).toMatch(/^rst_/)

  const narrow = await makeKey(home, 'owner', 'viewer')
  const byKey = () => home.asKey(narrow.secret)
  const wider = async () => refused((await byKey()).keys.rotate({ ...acme, key: owners.id }))
  expect((await untouched(home, wider)).code).toBe('not-permitted')
  expect((await (await byKey()).keys.rotate({ ...acme, key: narrow.id, overlapHours: 0 })).secret).toMatch(
    /^rst_/,
  )
  expect(await works(home, narrow)).toBe(false)
})

test('a key with keys.create rotates others of its owner that allow no more', async () => {
  const [admin, member] = [await makeKey(home, 'owner', 'admin'), await makeKey(home, 'owner', 'member')]
  const rotateBy = async (secret: string, key: `key_${string}`) =>
    (await home.asKey(secret)).keys.rotate({ ...acme, key })
  expect((await refused(rotateBy(member.secret, admin.id))).code).toBe('beyond-your-own')
  expect((await rotateBy(admin.secret, member.id)).secret).toMatch(/^rst_/)
})

test('a key is narrowed and renamed, and never widened', async () => {
  const key = await makeKey(home, 'member', 'member')
  const update = (change: object) => home.as('member').keys.update({ ...acme, key: key.id, ...change })
  await update({ name: 'Nightly', permissions: ['organization.read', 'members.read'] })
  expect(await lastEntry(home)).toMatchObject({
    action: 'key.updated',
    facts: { changed: ['name', 'permissions'], permissions: ['organization.read', 'members.read'] },
  })
  const wider = () => update({ permissions: ['organization.read', 'projects.read'] })
  expect((await untouched(home, () => refused(wider()))).code).toBe('key-never-widens')
  expect((await refused(update({ permissions: [] }))).code).toBe('invalid-input')
  const entries = await trail(home)
  await update({ name: 'Nightly' })
  expect(await trail(home)).toBe(entries)
  const caller = await home.asKey(key.secret)
  expect((await refused(caller.projects.list(acme))).code).toBe('not-permitted')
  // Somebody who keeps everybody's keys may narrow this one; others do not know of it.
  await home.as('admin').keys.update({ ...acme, key: key.id, permissions: ['organization.read'] })
  const stranger = home.as('viewer').keys.update({ ...acme, key: key.id, name: 'Mine' })
  expect((await refused(stranger)).code).toBe('not-found')
})

test('the end of a key is moved both ways, but an expired one is over', async () => {
  const key = await makeKey(home, 'member', 'viewer', { expiryDays: 2 })
  const update = (part: 'member' | 'admin', end: object) =>
    home.as(part).keys.update({ ...acme, key: key.id, ...end })
  await update('member', { expiryDays: null })
  expect(await works(home, key)).toBe(true)
  expect((await refused(update('member', { expiresAt: home.now() }))).code).toBe('expiry-in-the-past')
  await update('admin', { expiryDays: 1 })
  expect(await lastEntry(home)).toMatchObject({ facts: { changed: ['expires_at'], before: null } })
  expect((await refused(update('admin', { expiryDays: 2 }))).code).toBe('another-persons-key')
  home.advance(DAY)
  expect((await refused(update('member', { expiryDays: 2 }))).code).toBe('key-over')
  expect((await refused(rotate('member', key.id))).code).toBe('key-over')
  expect(await works(home, key)).toBe(false)
})

test('a key gives itself no more time', async () => {
  const key = await makeKey(home, 'owner', 'admin', { expiryDays: 2 })
  const longer = async () =>
    (await home.asKey(key.secret)).keys.update({ ...acme, key: key.id, expiryDays: 3 })
  expect((await untouched(home, () => refused(longer()))).code).toBe('key-outlives')
})

test('A22 a revoked key is dead at once; once more changes nothing', async () => {
  const key = await makeKey(home, 'member', 'member')
  const revoke = (part: 'owner' | 'admin' | 'member' | 'viewer') =>
    home.as(part).keys.revoke({ ...acme, key: key.id })
  expect((await untouched(home, () => refused(revoke('viewer')))).code).toBe('not-found')
  const { secret } = await rotate('member', key.id)
  await revoke('admin')
  expect([await works(home, key), await works(home, { secret })]).toEqual([false, false])
  expect(await lastEntry(home)).toMatchObject({ action: 'key.revoked', target: { kind: 'key', id: key.id } })
  const entries = await trail(home)
  await revoke('member')
  expect(await trail(home)).toBe(entries)
  expect((await home.as('member').keys.list(acme)).items).toEqual([])
  expect((await refused(home.as('member').keys.get({ ...acme, key: key.id }))).code).toBe('not-found')
})

test('people revoke their own even when they may make none any more; a key revokes itself', async () => {
  const [mine, other] = [await makeKey(home, 'member', 'viewer'), await makeKey(home, 'member', 'viewer')]
  await giveRole(home, 'member', home.roles.viewer)
  expect((await refused(rotate('member', mine.id))).code).toBe('not-permitted')
  const caller = await home.asKey(other.secret)
  expect((await refused(caller.keys.revoke({ ...acme, key: mine.id }))).code).toBe('not-permitted')
  await caller.keys.revoke({ ...acme, key: other.id })
  await home.as('member').keys.revoke({ ...acme, key: mine.id })
  expect([await works(home, mine), await works(home, other)]).toEqual([false, false])
})

test('one sees one’s own keys, and with keys.manage everybody’s', async () => {
  await makeKey(home, 'member', 'member')
  await makeKey(home, 'owner', 'owner')
  await makeKey(home, 'owner', 'viewer')
  const { member } = await home
    .as('owner')
    .serviceAccounts.create({ ...acme, name: 'CI', role: home.roles.viewer })
  await home.as('owner').keys.create({ ...acme, name: 'CI', role: home.roles.viewer, for: member })
  const total = async (part: 'owner' | 'admin' | 'member' | 'viewer', asked: object = {}) =>
    (await home.as(part).keys.list({ ...acme, ...asked })).total
  expect(await total('admin')).toBe(4)
  expect(await total('admin', { mine: true })).toBe(0)
  expect(await total('owner', { mine: true })).toBe(2)
  expect(await total('owner', { for: member })).toBe(1)
  expect(await total('member')).toBe(1)
  expect(await total('viewer')).toBe(0)
  expect((await refused(total('member', { for: idOf(home, 'owner') }))).code).toBe('not-permitted')
  const first = await home.as('owner').keys.list({ ...acme, pageSize: 3 })
  expect(first).toMatchObject({ total: 4, page: 1 })
  const rest = await home.as('owner').keys.list({ ...acme, pageSize: 3, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...rest.items].map(({ id }) => id)).toHaveLength(4)
  expect(rest.nextCursor).toBeNull()
  expect((await home.as('owner').keys.list({ ...acme, pageSize: 3, page: 2 })).items).toEqual(rest.items)
})

test('A17 a key ends with the role that is its ceiling, and the list of roles says how many would', async () => {
  const role = await newRole(home, 'Robots', ['organization.read', 'members.read'])
  const { key, secret } = await home.as('owner').keys.create({ ...acme, name: 'CI', role })
  const listed = (await home.as('owner').roles.list(acme)).find(({ id }) => id === role)
  expect(listed).toMatchObject({ members: 0, keys: 1 })
  await home.as('owner').roles.delete({ ...acme, role })
  expect(await works(home, { secret })).toBe(false)
  expect(await lastEntry(home)).toMatchObject({
    action: 'key.revoked',
    target: { kind: 'key', id: key.id },
    facts: { role_deleted: true },
  })
})
