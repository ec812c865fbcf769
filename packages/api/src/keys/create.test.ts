import { isKeyToken, MOST_KEYS, type Permission } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf, lastEntry, untouched } from '../members/testing.ts'
import { newRole } from '../roles/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addProject, giveInProject, projectRole } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { makeKey, works } from './testing.ts'

const DAY = 86_400_000
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const account = (role = home.roles.admin) =>
  home.as('owner').serviceAccounts.create({ ...acme, name: 'CI', role })

test('T28 A42 a key is shown once, stored as a hash, recorded without its secret, and acts for whoever made it', async () => {
  const { key, secret } = await home
    .as('member')
    .keys.create({ ...acme, name: ' My  key ', role: home.roles.member })
  expect(isKeyToken(secret)).toBe(true)
  expect(key).toMatchObject({
    name: 'My key',
    hint: secret.slice(-4),
    owner: { kind: 'person', member: idOf(home, 'member'), person: { name: 'The member' } },
    role: { key: 'member', level: 'organization' },
    permissions: ['organization.read', 'members.read', 'projects.read', 'groups.read', 'keys.create'],
    project: null,
    createdAt: home.now(),
    expiresAt: home.now() + 90 * DAY,
    expired: false,
    lastUsedAt: null,
    oldSecretUntil: null,
  })
  expect(await lastEntry(home)).toMatchObject({
    action: 'key.created',
    actor: { kind: 'user', id: home.people.member.id },
    target: { kind: 'key', id: key.id },
    facts: { member: idOf(home, 'member'), role: home.roles.member, expires_at: home.now() + 90 * DAY },
  })
  for (const table of ['audit_entry', 'api_key', 'api_key_secret', 'message'] as const) {
    const rows = await home.deps.reader.selectFrom(table).selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
  }
  expect(await home.as('member').keys.get({ ...acme, key: key.id })).toEqual(key)
  const caller = await home.asKey(secret)
  expect((await caller.members.list(acme)).total).toBe(5)
  await home.deps.activity.flush(home.deps.writer, home.now())
  expect((await home.as('member').keys.get({ ...acme, key: key.id })).lastUsedAt).toBe(home.now())
})

test('A13 A39 a ceiling is never above what its maker holds at that moment', async () => {
  const wide = await newRole(home, 'Wide', ['organization.read', 'organization.delete', 'keys.create'])
  for (const [part, role] of [
    ['member', home.roles.admin],
    ['member', wide],
    ['admin', home.roles.owner],
    ['admin', wide],
  ] as const) {
    const make = () => home.as(part).keys.create({ ...acme, name: 'CI', role })
    expect((await untouched(home, () => refused(make()))).code).toBe('beyond-your-own')
  }
  for (const part of ['viewer', 'auditor'] as const) {
    const make = () => home.as(part).keys.create({ ...acme, name: 'CI', role: home.roles.viewer })
    expect((await untouched(home, () => refused(make()))).code).toBe('not-permitted')
  }
  expect(await works(home, await makeKey(home, 'owner', 'owner'))).toBe(true)
  expect(await works(home, await makeKey(home, 'owner', 'auditor'))).toBe(true)
})

test('A39 a key made by a key is no wider and ends no later', async () => {
  const permissions: Permission[] = ['organization.read', 'members.read', 'projects.read', 'keys.create']
  const narrow = await makeKey(home, 'owner', 'admin', { permissions, expiryDays: 7 })
  const caller = await home.asKey(narrow.secret)
  const make = (terms: object) =>
    caller.keys.create({ ...acme, name: 'Child', role: home.roles.viewer, ...terms })
  expect((await refused(make({ role: home.roles.admin }))).code).toBe('beyond-your-own')
  expect((await refused(make({ role: home.roles.member }))).code).toBe('beyond-your-own')
  expect((await refused(make({ expiryDays: 8 }))).code).toBe('key-outlives')
  expect((await refused(make({ expiryDays: null }))).code).toBe('key-outlives')
  const { key } = await make({})
  expect(key.expiresAt).toBe(home.now() + 7 * DAY)
  expect(await lastEntry(home)).toMatchObject({
    action: 'key.created',
    actor: { kind: 'user', id: home.people.owner.id, key: narrow.id },
  })
  const { items } = await home.as('owner').audit.list({ ...acme, pageSize: 1 })
  expect(items).toMatchObject([{ actor: { name: 'The owner' }, key: { id: narrow.id, name: 'CI' } }])
})

test('what is chosen of a role must be among what it allows', async () => {
  const make = (permissions: string[]) =>
    home.as('member').keys.create({ ...acme, name: 'CI', role: home.roles.member, permissions })
  expect((await refused(make(['members.remove']))).code).toBe('invalid-input')
  expect((await refused(make(['members.fly']))).code).toBe('invalid-input')
  expect((await refused(make([]))).code).toBe('invalid-input')
  const { key, secret } = await make(['organization.read'])
  expect(key.permissions).toEqual(['organization.read'])
  expect((await refused((await home.asKey(secret)).members.list(acme))).code).toBe('not-permitted')
})

test('C5 a project key works at its project and nowhere else', async () => {
  const apollo = await addProject(home, 'Apollo')
  const gemini = await addProject(home, 'Gemini', { visibility: 'organization' })
  await giveInProject(home, apollo, 'member', 'admin')
  await giveInProject(home, gemini, 'member', 'admin')
  const [admin, owner, viewer] = await Promise.all(
    (['admin', 'owner', 'viewer'] as const).map((key) => projectRole(home, home.acme, key)),
  )
  if (!admin || !owner || !viewer) throw new Error('projects have these roles')
  const make = (role: typeof admin, project = apollo) =>
    home.as('member').keys.create({ ...acme, name: 'Deploy', role, project })
  expect((await refused(make(home.roles.member))).code).toBe('role-level-mismatch')
  expect((await refused(make(owner))).code).toBe('beyond-your-own')
  expect((await refused(home.as('member').keys.create({ ...acme, name: 'CI', role: viewer }))).code).toBe(
    'role-level-mismatch',
  )
  const { key, secret } = await make(admin)
  expect(key.project).toEqual({ id: apollo, name: 'Apollo', archived: false })
  const caller = await home.asKey(secret)
  expect((await caller.projects.members({ ...acme, project: apollo })).total).toBe(1)
  expect((await refused(caller.projects.members({ ...acme, project: gemini }))).code).toBe('not-found')
  expect((await refused(caller.members.list(acme))).code).toBe('not-permitted')
  const give = (project: typeof apollo) =>
    caller.assignments.assign({ ...acme, members: [idOf(home, 'viewer')], projects: [project], role: viewer })
  expect(await give(apollo)).toMatchObject([{ ok: true }])
  expect(await give(gemini)).toMatchObject([{ ok: false, refusal: { code: 'not-found' } }])
  await home.as('owner').projects.archive({ ...acme, project: apollo })
  expect((await refused(make(viewer))).code).toBe('project-archived')
  expect(await works(home, { secret })).toBe(true)
  await home.as('owner').projects.delete({ ...acme, project: apollo, confirm: 'Apollo' })
  expect(await works(home, { secret })).toBe(false)
})

test('I17 A40 a key for a service account takes keys.manage, and none is made for another person', async () => {
  const { member } = await account()
  const make = (part: 'owner' | 'admin' | 'member', whose: typeof member) =>
    home.as(part).keys.create({ ...acme, name: 'CI', role: home.roles.viewer, for: whose })
  expect((await refused(make('member', member))).code).toBe('not-permitted')
  expect((await refused(make('owner', idOf(home, 'member')))).code).toBe('another-persons-key')
  expect((await refused(make('owner', idOf(home, 'removed')))).code).toBe('not-found')
  const ownerCeiling = home
    .as('owner')
    .keys.create({ ...acme, name: 'CI', role: home.roles.owner, for: member })
  expect((await refused(ownerCeiling)).code).toBe('owner-is-a-person')
  const { key, secret } = await make('admin', member)
  expect(key.owner).toMatchObject({ kind: 'service-account', name: 'CI', member })
  const caller = await home.asKey(secret)
  expect((await caller.members.list(acme)).total).toBe(5)
  expect((await refused(caller.members.remove({ ...acme, members: [idOf(home, 'viewer')] }))).code).toBe(
    'not-permitted',
  )
})

test('the end of a key is to come, and not both a moment and a number of days', async () => {
  const make = (end: object) =>
    home.as('member').keys.create({ ...acme, name: 'CI', role: home.roles.viewer, ...end })
  expect((await refused(make({ expiresAt: home.now() }))).code).toBe('expiry-in-the-past')
  expect((await refused(make({ expiresAt: home.now() + 4_000 * DAY }))).code).toBe('expiry-out-of-range')
  expect((await refused(make({ expiresAt: home.now() + DAY, expiryDays: 1 }))).code).toBe('invalid-input')
  expect((await make({ expiryDays: null })).key.expiresAt).toBeNull()
  const { key, secret } = await make({ expiryDays: 1 })
  expect(await works(home, { secret })).toBe(true)
  home.advance(DAY)
  expect(await works(home, { secret })).toBe(false)
  expect((await home.as('member').keys.get({ ...acme, key: key.id })).expired).toBe(true)
})

test('there is an end to how many keys one has; expired ones do not count', async () => {
  for (let made = 0; made < MOST_KEYS.member; made += 1)
    await makeKey(home, 'member', 'viewer', { expiryDays: 1 })
  const another = () => makeKey(home, 'member', 'viewer')
  expect((await untouched(home, () => refused(another()))).code).toBe('key-limit')
  expect(await works(home, await makeKey(home, 'admin', 'viewer'))).toBe(true)
  home.advance(DAY)
  expect(await works(home, await another())).toBe(true)
})

test('A31 a key never works in another organization of the same person', async () => {
  const { id } = home.people.outsider
  const [sent] = await home
    .as('owner')
    .invitations.send({ ...acme, recipients: [home.people.outsider.email] })
  if (!sent?.ok) throw new Error('not sent')
  await home.as('outsider').invitations.accept({ invitation: sent.result.invitation })
  const globex = { organization: 'globex' }
  const [owner] = (await home.as('outsider').roles.list(globex)).filter(({ key }) => key === 'owner')
  if (!owner) throw new Error('globex has an owner role')
  const { secret } = await home.as('outsider').keys.create({ ...globex, name: 'CI', role: owner.id })
  const caller = await home.asKey(secret)
  expect((await caller.organizations.get(globex)).name).toBe('Globex')
  expect((await home.asUser(id).organizations.get(acme)).name).toBe('Acme')
  for (const organization of ['acme', home.acme])
    expect((await refused(caller.organizations.get({ organization }))).code).toBe('not-found')
  const leak = await home.as('outsider').keys.list(acme)
  expect(leak.items).toEqual([])
})
