import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf, untouched } from '../members/testing.ts'
import { newRole } from '../roles/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { makeKey } from './testing.ts'

const DAY = 86_400_000
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('A39 an owner’s narrow key does not decide what only owners decide', async () => {
  const { secret } = await makeKey(home, 'owner', 'admin')
  const narrow = await home.asKey(secret)
  await untouched(home, async () => {
    const policies = { managedBy: 'owners' as const }
    expect(await refused(narrow.organizations.update({ ...acme, policies }))).toMatchObject({
      code: 'not-permitted',
    })
    expect(await refused(narrow.organizations.setEntitlements({ ...acme, entitlements: [] }))).toMatchObject({
      code: 'not-permitted',
    })
  })
  const whole = await home.asKey((await makeKey(home, 'owner', 'owner')).secret)
  await whole.organizations.update({ ...acme, policies: { managedBy: 'owners' } })
})

test('A39 a key does not decide who is in a group because its owner manages it', async () => {
  const crew = await addGroup(home, 'Crew')
  await putInto(home, crew, 'member', true)
  const byKey = await home.asKey((await makeKey(home, 'member', 'member')).secret)
  const one = { ...acme, group: crew, members: [idOf(home, 'viewer')] }
  await untouched(home, async () => {
    expect(await refused(byKey.groups.addMembers(one))).toMatchObject({ code: 'not-permitted' })
    expect(await refused(byKey.groups.removeMembers(one))).toMatchObject({ code: 'not-permitted' })
  })
  expect((await byKey.groups.get({ ...acme, group: crew })).refusal).not.toBeNull()
  const [place] = await byKey.groups.ofMember({ ...acme, member: idOf(home, 'member') })
  expect(place?.refusal).not.toBeNull()
  const [added] = await home.as('member').groups.addMembers(one)
  expect(added).toMatchObject({ ok: true })
  expect((await home.as('member').groups.get({ ...acme, group: crew })).refusal).toBeNull()
})

test('A39 a key that ends soon has no new secret of one that lasts longer', async () => {
  const lasting = await makeKey(home, 'owner', 'owner', { expiryDays: null })
  const later = await makeKey(home, 'owner', 'owner', { expiryDays: 9 })
  const sooner = await makeKey(home, 'owner', 'owner', { expiryDays: 2 })
  const brief = await makeKey(home, 'owner', 'owner', { expiryDays: 3 })
  const byKey = await home.asKey(brief.secret)
  await untouched(home, async () => {
    for (const { id: key } of [lasting, later])
      expect(await refused(byKey.keys.rotate({ ...acme, key }))).toMatchObject({ code: 'key-outlives' })
  })
  for (const { id: key } of [sooner, brief]) await byKey.keys.rotate({ ...acme, key })
  await (await home.asKey(lasting.secret)).keys.rotate({ ...acme, key: later.id })
})

test('A39 a key reads no review because its owner decides in it', async () => {
  const name = 'Autumn'
  const { review } = await home.as('owner').reviews.start({
    ...{ ...acme, name, scope: 'organization', reviewers: [idOf(home, 'owner'), idOf(home, 'member')] },
    ...{ deadline: home.now() + 30 * DAY, fallback: 'keep' },
  })
  const byKey = await home.asKey((await makeKey(home, 'member', 'member')).secret)
  expect(await byKey.reviews.list(acme)).toEqual([])
  for (const asked of [byKey.reviews.get({ ...acme, review }), byKey.reviews.items({ ...acme, review })])
    expect(await refused(asked)).toMatchObject({ code: 'not-found' })
  expect(await home.as('member').reviews.list(acme)).toHaveLength(1)
})

test('A39 a key of a project tells nothing of what its owner holds elsewhere', async () => {
  const here = await addProject(home, 'Here')
  const secretly = await addProject(home, 'Secretly')
  await giveInProject(home, here, 'member', 'admin')
  await giveInProject(home, secretly, 'member', 'editor')
  const role = await projectRole(home, home.acme, 'admin')
  const made = await home.as('member').keys.create({ ...acme, name: 'CI', role, project: here })
  const byKey = await home.asKey(made.secret)
  const own = { ...acme, member: idOf(home, 'member') }
  for (const asked of [
    byKey.members.get(own),
    byKey.groups.ofMember(own),
    byKey.assignments.effective(own),
    byKey.history.person({ ...own, asOf: new Date(home.now()).toISOString().slice(0, 10) }),
  ])
    expect(await refused(asked)).toMatchObject({ code: 'not-permitted' })
  await makeKey(home, 'member', 'member')
  expect((await byKey.keys.list(acme)).items.map(({ id }) => id)).toEqual([made.key.id])
})

test('A39 a key that makes a project does not open it to everybody beyond what the key allows', async () => {
  const custom = await newRole(home, 'Founder', ['organization.read', 'projects.create', 'keys.create'])
  const made = await home.as('owner').keys.create({ ...acme, name: 'CI', role: custom })
  const byKey = await home.asKey(made.secret)
  const defaultRole = await projectRole(home, home.acme, 'editor')
  await untouched(home, async () =>
    expect(
      await refused(byKey.projects.create({ ...acme, name: 'Open', join: true, defaultRole })),
    ).toMatchObject({ code: 'beyond-your-own' }),
  )
  await byKey.projects.create({ ...acme, name: 'Closed', join: true })
  await home.as('owner').projects.create({ ...acme, name: 'Open', join: true, defaultRole })
})

test('A39 nobody has a new secret of a key by the role that is narrower for a while', async () => {
  const wide = ['organization.read', 'members.remove', 'keys.create'] as const
  const role = await newRole(home, 'Wide', wide)
  const account = await home.as('owner').serviceAccounts.create({ ...acme, name: 'CI', role })
  const made = await home.as('owner').keys.create({ ...acme, name: 'CI', role, for: account.member })
  const keeper = await newRole(home, 'Keeper', ['organization.read', 'keys.create', 'keys.manage'])
  await home.as('owner').members.changeRoles({ ...acme, members: [idOf(home, 'viewer')], role: keeper })
  const rotating = () => home.as('viewer').keys.rotate({ ...acme, key: made.key.id })
  expect(await refused(rotating())).toMatchObject({ code: 'beyond-your-own' })
  await home.as('owner').roles.update({ ...acme, role, permissions: ['organization.read'] })
  expect(await refused(rotating())).toMatchObject({ code: 'beyond-your-own' })
})
