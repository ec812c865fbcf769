import { afterEach, beforeEach, expect, test } from 'vitest'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { outbox } from '../testing/mail.ts'
import { refused } from '../testing/refused.ts'
import { acme, idOf, lastEntry, roleOf, trail, untouched } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('D14 D46 ownership goes to another member; whoever gave it stays owner or becomes admin', async () => {
  await home.as('owner').members.transferOwnership({ ...acme, member: idOf(home, 'member'), keep: 'owner' })
  expect(await roleOf(home, 'member')).toBe('owner')
  expect(await roleOf(home, 'owner')).toBe('owner')
  await home.as('owner').members.transferOwnership({ ...acme, member: idOf(home, 'admin'), keep: 'admin' })
  expect(await lastEntry(home)).toMatchObject({
    action: 'member.ownership-transferred',
    target: { kind: 'user', id: home.people.admin.id },
    facts: {
      member: idOf(home, 'admin'),
      from_name: 'Admin',
      to_name: 'Owner',
      own_member: idOf(home, 'owner'),
      own_name: 'Admin',
    },
  })
  expect(await roleOf(home, 'owner')).toBe('admin')
  const again = home
    .as('owner')
    .members.transferOwnership({ ...acme, member: idOf(home, 'viewer'), keep: 'owner' })
  expect((await refused(again)).code).toBe('not-permitted')
  const already = home
    .as('admin')
    .members.transferOwnership({ ...acme, member: idOf(home, 'member'), keep: 'admin' })
  expect((await untouched(home, () => refused(already))).code).toBe('already-owner')
  expect(await faults(home)).toEqual([])
})

test('D14 a title and a name for this organization are shown, searched and sorted by, and kept out of the trail', async () => {
  const update = (input: { title?: string | null; displayName?: string | null }) =>
    home.as('admin').members.update({ ...acme, member: idOf(home, 'viewer'), ...input })
  await update({ title: '  Head of  Research ', displayName: 'Aaron' })
  const [first] = (await home.as('owner').members.list(acme)).items
  expect(first).toMatchObject({
    name: 'Aaron',
    displayName: 'Aaron',
    ownName: 'The viewer',
    title: 'Head of Research',
  })
  for (const search of ['aaron', 'research', 'the viewer']) {
    expect((await home.as('owner').members.list({ ...acme, search })).items, search).toHaveLength(1)
  }
  const entry = await lastEntry(home)
  expect(entry).toMatchObject({
    action: 'member.updated',
    facts: { member: idOf(home, 'viewer'), changed: ['title', 'display_name'] },
  })
  expect(JSON.stringify(entry)).not.toContain('Aaron')
  await update({ title: '', displayName: null })
  expect((await home.as('owner').members.get({ ...acme, member: idOf(home, 'viewer') })).title).toBeNull()
  const before = await trail(home)
  await update({ title: null })
  expect(await trail(home)).toBe(before)
  const owner = home.as('admin').members.update({ ...acme, member: idOf(home, 'owner'), title: 'Boss' })
  expect((await untouched(home, () => refused(owner))).code).toBe('beyond-your-own')
  const bidi = home
    .as('owner')
    .members.update({ ...acme, member: idOf(home, 'viewer'), displayName: 'a\u202eb' })
  expect((await untouched(home, () => refused(bidi))).code).toBe('invalid-name')
})

test('D14 a mail to choose a new password goes to anybody, once in five minutes', async () => {
  await home.as('admin').members.sendPasswordReset({ ...acme, member: idOf(home, 'owner') })
  expect(await lastEntry(home)).toMatchObject({
    action: 'member.password-reset-sent',
    target: { kind: 'user', id: home.people.owner.id },
    facts: { member: idOf(home, 'owner') },
  })
  const link = await home.deps.reader.selectFrom('one_time_link').selectAll().executeTakeFirstOrThrow()
  expect(link).toMatchObject({
    purpose: 'reset-password',
    user_id: home.people.owner.id,
    asked_by: home.people.admin.id,
    organization_id: home.acme,
  })
  expect(await outbox(home)).toMatchObject([{ kind: 'password-reset', about: link.id }])
  const again = () => home.as('owner').members.sendPasswordReset({ ...acme, member: idOf(home, 'owner') })
  expect((await untouched(home, () => refused(again()))).facts).toEqual({ seconds: 300 })
  home.advance(5 * 60_000)
  await again()
  const member = home.as('member').members.sendPasswordReset({ ...acme, member: idOf(home, 'viewer') })
  expect((await untouched(home, () => refused(member))).code).toBe('not-permitted')
})

test('one member with the inviter, and since when and from whom the role is', async () => {
  home.advance(1_000)
  await home
    .as('owner')
    .members.changeRoles({ ...acme, members: [idOf(home, 'viewer')], role: home.roles.member })
  const details = await home.as('viewer').members.get({ ...acme, member: idOf(home, 'viewer') })
  expect(details).toMatchObject({
    name: 'The viewer',
    you: true,
    invitedBy: null,
    roleSince: home.now(),
    roleBy: { user: home.people.owner.id, name: 'The owner' },
  })
})
