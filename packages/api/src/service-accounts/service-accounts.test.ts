import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeKey, works } from '../keys/testing.ts'
import { acme, idOf, lastEntry, trail, untouched } from '../members/testing.ts'
import { newRole } from '../roles/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, projectRole } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const create = (role = home.roles.member, part: 'owner' | 'admin' | 'member' = 'owner', name = 'Nightly') =>
  home.as(part).serviceAccounts.create({ ...acme, name, role })

test('I17 a service account is made with a role, listed, and recorded', async () => {
  const { serviceAccount, member } = await home.as('admin').serviceAccounts.create({
    ...acme,
    name: 'Nightly',
    description: 'Sends reports',
    role: home.roles.member,
  })
  expect(await lastEntry(home)).toMatchObject({
    action: 'service-account.created',
    target: { kind: 'service-account', id: serviceAccount },
    facts: { member, role: home.roles.member, role_name: 'Member' },
  })
  const shown = await home.as('viewer').serviceAccounts.get({ ...acme, serviceAccount })
  expect(shown).toMatchObject({
    ...{ id: serviceAccount, member, name: 'Nightly', description: 'Sends reports', role: { key: 'member' } },
    ...{ projects: 0, keys: null, createdAt: home.now(), createdBy: { name: 'The admin' } },
  })
  expect(await home.as('viewer').serviceAccounts.find({ ...acme, member })).toEqual({ serviceAccount })
  const person = home.as('owner').serviceAccounts.find({ ...acme, member: idOf(home, 'member') })
  expect((await refused(person)).code).toBe('not-found')
  const { items, total } = await home.as('admin').serviceAccounts.list({ ...acme, search: 'NIGHT' })
  expect([items.map(({ id }) => id), total]).toEqual([[serviceAccount], 1])
  expect(items[0]?.keys).toEqual({ count: 0, lastUsedAt: null })
  expect((await home.as('admin').serviceAccounts.list({ ...acme, search: 'weekly' })).total).toBe(0)
})

test('A13 its role is never above its maker’s, and never ownership', async () => {
  const wide = await newRole(home, 'Wide', ['organization.read', 'organization.delete'])
  const project = await projectRole(home, home.acme, 'viewer')
  for (const [part, role, code] of [
    ['member', home.roles.viewer, 'not-permitted'],
    ['admin', wide, 'beyond-your-own'],
    ['owner', home.roles.owner, 'owner-is-a-person'],
    ['owner', project, 'role-level-mismatch'],
  ] as const) {
    expect((await untouched(home, () => refused(create(role, part)))).code).toBe(code)
  }
  await create()
  expect((await untouched(home, () => refused(create(home.roles.viewer, 'admin', ' NIGHTLY ')))).code).toBe(
    'name-taken',
  )
})

test('it is changed by whoever holds what it holds', async () => {
  const { serviceAccount, member } = await create()
  const update = (part: 'owner' | 'admin', change: object) =>
    home.as(part).serviceAccounts.update({ ...acme, serviceAccount, ...change })
  await update('admin', { name: 'Weekly', description: 'Once a week', role: home.roles.admin })
  expect(await lastEntry(home)).toMatchObject({
    action: 'service-account.updated',
    facts: {
      ...{ member, changed: ['name', 'description', 'role'] },
      ...{ from_role: home.roles.member, to_role: home.roles.admin, to_name: 'Admin' },
    },
  })
  const entries = await trail(home)
  await update('admin', { name: 'Weekly' })
  expect(await trail(home)).toBe(entries)
  expect((await refused(update('owner', { role: home.roles.owner }))).code).toBe('owner-is-a-person')
  const wide = await newRole(home, 'Wide', ['organization.read', 'organization.delete'])
  await update('owner', { role: wide })
  for (const change of [{ name: 'Mine' }, { role: home.roles.viewer }]) {
    expect((await untouched(home, () => refused(update('admin', change)))).code).toBe('beyond-your-own')
  }
  const remove = () => home.as('admin').serviceAccounts.remove({ ...acme, serviceAccount })
  expect((await untouched(home, () => refused(remove()))).code).toBe('beyond-your-own')
})

test('by its own key it neither rises nor removes itself', async () => {
  const keeper = await newRole(home, 'Keeper', [
    'organization.read',
    'members.read',
    'keys.create',
    'keys.manage',
  ])
  const { serviceAccount, member } = await create(keeper)
  const { secret } = await home
    .as('owner')
    .keys.create({ ...acme, name: 'CI', role: home.roles.admin, for: member })
  const caller = await home.asKey(secret)
  const rise = caller.serviceAccounts.update({ ...acme, serviceAccount, role: home.roles.admin })
  expect((await refused(rise)).code).toBe('beyond-your-own')
  expect((await refused(caller.serviceAccounts.remove({ ...acme, serviceAccount }))).code).toBe(
    'not-yourself',
  )
  await caller.serviceAccounts.update({ ...acme, serviceAccount, name: 'Renamed' })
  const { items } = await home.as('owner').audit.list({ ...acme, pageSize: 1 })
  expect(items).toMatchObject([{ actor: { name: 'Renamed', email: null }, key: { name: 'CI' } }])
})

test('A22 its removal ends its roles and keys at once and has no way back', async () => {
  const { serviceAccount, member } = await create()
  const { secret } = await home
    .as('owner')
    .keys.create({ ...acme, name: 'CI', role: home.roles.member, for: member })
  const remove = () => home.as('owner').serviceAccounts.remove({ ...acme, serviceAccount })
  await remove()
  expect(await lastEntry(home)).toMatchObject({
    action: 'service-account.removed',
    facts: { member, keys: 1 },
  })
  expect(await works(home, { secret })).toBe(false)
  const entries = await trail(home)
  await remove()
  expect(await trail(home)).toBe(entries)
  const undo = await home.as('owner').audit.undo({ ...acme, entries: [entries] })
  expect(undo).toMatchObject([{ ok: false, refusal: { code: 'undo-not-possible' } }])
  expect((await refused(home.as('owner').serviceAccounts.get({ ...acme, serviceAccount }))).code).toBe(
    'not-found',
  )
  const live = await home.deps.reader
    .selectFrom('assignment')
    .select('id')
    .where('member_id', '=', member)
    .where('until', 'is', null)
    .execute()
  expect(live).toEqual([])
  expect((await create()).member).not.toBe(member)
})

test('I17 it holds roles in projects by the same assignments as people, with the same reasons', async () => {
  const { serviceAccount, member } = await create()
  const apollo = await addProject(home, 'Apollo')
  const editor = await projectRole(home, home.acme, 'editor')
  const asked = { ...acme, members: [member], projects: [apollo], role: editor }
  expect(await home.as('admin').assignments.preview(asked)).toMatchObject([
    { name: 'Nightly', refusal: null },
  ])
  expect(await home.as('admin').assignments.assign(asked)).toMatchObject([{ ok: true }])
  expect((await home.as('admin').serviceAccounts.get({ ...acme, serviceAccount })).projects).toBe(1)
  const { scopes } = await home.as('admin').assignments.effective({ ...acme, member })
  expect(scopes.map((scope) => scope.project?.name ?? null)).toEqual([null, 'Apollo'])
  const { key, secret } = await home
    .as('admin')
    .keys.create({ ...acme, name: 'Deploy', role: editor, for: member, project: apollo })
  const caller = await home.asKey(secret)
  expect((await caller.projects.get({ ...acme, project: apollo })).name).toBe('Apollo')
  // The people of a project are people.
  expect(await home.as('admin').projects.members({ ...acme, project: apollo })).toMatchObject({
    total: 0,
    items: [],
  })
  expect((await home.as('admin').projects.get({ ...acme, project: apollo })).members).toBe(0)
  const taken = await home.as('admin').assignments.assign({ ...asked, role: null })
  expect(taken).toMatchObject([{ ok: true }])
  expect((await refused(caller.projects.get({ ...acme, project: apollo }))).code).toBe('not-found')
  expect((await home.as('admin').keys.get({ ...acme, key: key.id })).project?.id).toBe(apollo)
})

test('I17 what is about people knows nothing of it', async () => {
  const before = await peopleSeen()
  const { member } = await create()
  expect(await peopleSeen()).toEqual(before)
  const owner = home.as('owner')
  const told = await Promise.all([
    refused(owner.members.get({ ...acme, member })),
    refused(owner.members.find({ ...acme, member })),
    refused(owner.members.update({ ...acme, member, title: 'Bot' })),
    refused(owner.members.sendPasswordReset({ ...acme, member })),
    refused(owner.members.sessions({ ...acme, member })),
    refused(owner.members.transferOwnership({ ...acme, member, keep: 'owner' })),
  ])
  expect(told.map(({ code }) => code)).toEqual(told.map(() => 'not-found'))
  const group = await addGroup(home, 'Engineering')
  const many = [
    await owner.members.changeRoles({ ...acme, members: [member], role: home.roles.viewer }),
    await owner.members.remove({ ...acme, members: [member] }),
    await owner.members.offboard({ ...acme, members: [member], sent: 'revoke' }),
    await owner.groups.addMembers({ ...acme, group, members: [member] }),
  ]
  for (const outcomes of many) expect(outcomes).toMatchObject([{ ok: false, refusal: { code: 'not-found' } }])
  const change = { subject: { member }, project: null, role: home.roles.owner }
  expect(await owner.assignments.assign({ ...acme, changes: [change] })).toMatchObject([
    { ok: false, refusal: { code: 'owner-is-a-person' } },
  ])
})

/** Everything that counts or lists people. */
async function peopleSeen() {
  const owner = home.as('owner')
  const { totals, ...organization } = await owner.organizations.get(acme)
  const overview = await owner.organizations.overview(acme)
  return {
    totals,
    name: organization.name,
    joined: overview.recentlyJoined,
    mix: overview.roleMix,
    list: await owner.members.list(acme),
    withRole: (await owner.members.list({ ...acme, role: home.roles.member })).total,
    people: await owner.insights.people(acme),
    review: await owner.reviews.preview({ ...acme, scope: 'organization', reviewers: [idOf(home, 'owner')] }),
    changes: (await owner.history.changes({ ...acme, from: '2026-05-01', to: '2026-05-04' })).items,
    asOf: await owner.members.list({ ...acme, asOf: '2026-05-04' }),
  }
}

test('a role that only a service account holds is in use', async () => {
  const role = await newRole(home, 'Robots', ['organization.read'])
  await create(role)
  const listed = (await home.as('owner').roles.list(acme)).find(({ id }) => id === role)
  expect(listed?.members).toBe(1)
  expect((await refused(home.as('owner').roles.delete({ ...acme, role }))).code).toBe('role-in-use')
  await home.as('owner').roles.delete({ ...acme, role, replaceWith: home.roles.viewer })
  expect((await home.as('owner').serviceAccounts.list(acme)).items).toMatchObject([
    { role: { key: 'viewer' } },
  ])
  expect((await home.as('owner').members.list(acme)).total).toBe(5)
})

test('its own keys count and tell when they were used', async () => {
  const { serviceAccount, member } = await create()
  const { key, secret } = await home
    .as('owner')
    .keys.create({ ...acme, name: 'CI', role: home.roles.member, for: member })
  await makeKey(home, 'owner', 'viewer')
  await (await home.asKey(secret)).members.list(acme)
  await home.deps.activity.flush(home.deps.writer, home.now())
  const keys = async () => (await home.as('owner').serviceAccounts.get({ ...acme, serviceAccount })).keys
  expect(await keys()).toEqual({ count: 1, lastUsedAt: home.now() })
  await home.as('owner').keys.revoke({ ...acme, key: key.id })
  expect(await keys()).toEqual({ count: 0, lastUsedAt: null })
})
