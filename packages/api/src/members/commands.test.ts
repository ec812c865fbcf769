import type { MemberId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crowd, faults } from '../testing/crowd.ts'
import { digestOf } from '../testing/digest.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { outbox } from '../testing/mail.ts'
import { refused } from '../testing/refused.ts'

const acme = { organization: 'acme' }

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const idOf = (part: Part): MemberId => {
  const { member } = home.people[part]
  if (!member) throw new Error(`the ${part} is no member`)
  return member
}

/** The last entry of acme's trail, by its own words. */
async function lastEntry() {
  const { entry } = await home.deps.reader
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', home.acme)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return JSON.parse(entry)
}

const trail = async () =>
  (await home.deps.reader.selectFrom('audit_entry').select('entry').where('chain', '=', home.acme).execute())
    .length

const roleOf = async (part: Part, viewer: Part = 'owner') =>
  (await home.as(viewer).members.get({ ...acme, member: idOf(part) })).role.key

/** What a refused call must leave as it was: everything. */
async function untouched<T>(act: () => Promise<T>): Promise<T> {
  const before = await digestOf(home)
  const result = await act()
  expect(await digestOf(home)).toEqual(before)
  return result
}

test('I12 D30 changing a role is recorded with before and after, can be undone, and shows at once', async () => {
  const [outcome] = await home.as('admin').members.changeRoles({
    ...acme,
    members: [idOf('viewer')],
    role: home.roles.member,
    reason: 'joins the team',
  })
  expect(outcome).toEqual({
    ok: true,
    result: {
      member: idOf('viewer'),
      role: { id: home.roles.member, key: 'member', name: 'Member' },
      undo: { role: home.roles.viewer },
    },
  })
  expect(await lastEntry()).toMatchObject({
    action: 'member.role-changed',
    actor: { kind: 'user', id: home.people.admin.id },
    target: { kind: 'user', id: home.people.viewer.id },
    facts: {
      member: idOf('viewer'),
      from_role: home.roles.viewer,
      to_role: home.roles.member,
      from_name: 'Viewer',
      to_name: 'Member',
    },
  })
  expect(await roleOf('viewer')).toBe('member')
  const found = await home.as('owner').members.list({ ...acme, role: home.roles.member })
  expect(found.total).toBe(2)
  expect(await faults(home)).toEqual([])

  const undo = await home
    .as('admin')
    .members.changeRoles({ ...acme, members: [idOf('viewer')], role: home.roles.viewer })
  expect(undo[0]?.ok).toBe(true)
  expect(await roleOf('viewer')).toBe('viewer')
})

test('D45 a changed role counts from the next call on, without a new sign-in', async () => {
  await home.as('viewer').members.list(acme)
  await home.as('owner').members.changeRoles({ ...acme, members: [idOf('viewer')], role: home.roles.auditor })
  expect((await refused(home.as('viewer').members.list(acme))).code).toBe('not-permitted')
})

test('a role somebody holds already is no change and leaves no entry', async () => {
  const before = await trail()
  const outcomes = await untouched(() =>
    home.as('owner').members.changeRoles({ ...acme, members: [idOf('viewer')], role: home.roles.viewer }),
  )
  expect(outcomes[0]?.ok).toBe(true)
  expect(await trail()).toBe(before)
})

test('A13 A14 D29 nobody gives more than they hold, nor takes away what they do not hold', async () => {
  const outcomes = await untouched(() =>
    home.as('admin').members.changeRoles({
      ...acme,
      members: [idOf('member'), idOf('owner'), idOf('admin')],
      role: home.roles.owner,
    }),
  )
  expect(outcomes.map((one) => (one.ok ? 'done' : one.refusal.code))).toEqual([
    'beyond-your-own',
    'done',
    'beyond-your-own',
  ])
  const demoted = await untouched(() =>
    home.as('admin').members.changeRoles({ ...acme, members: [idOf('owner')], role: home.roles.viewer }),
  )
  expect(demoted).toMatchObject([{ ok: false, refusal: { code: 'beyond-your-own' } }])
})

test('A15 nobody makes their own what they hold only through a group', async () => {
  const { writer, newId } = home.deps
  await writer.run(async (tx) => {
    const group = newId('grp')
    const now = home.now()
    const row = { organization_id: home.acme, since: now, until: null, given_by: null, ended_by: null }
    await tx
      .insertInto('group')
      .values({ id: group, organization_id: home.acme, name: 'On call', since: now, until: null })
      .execute()
    await tx
      .insertInto('group_member')
      .values({ id: newId('gme'), ...row, group_id: group, member_id: idOf('viewer'), child_group_id: null })
      .execute()
    await tx
      .insertInto('assignment')
      .values({
        id: newId('asg'),
        ...row,
        member_id: null,
        group_id: group,
        invitation_id: null,
        role_id: home.roles.admin,
        project_id: null,
        expires_at: null,
        reason: null,
      })
      .execute()
  })
  const change = (member: MemberId) =>
    home.as('viewer').members.changeRoles({ ...acme, members: [member], role: home.roles.admin })
  expect(await untouched(() => change(idOf('viewer')))).toMatchObject([
    { ok: false, refusal: { code: 'beyond-your-own' } },
  ])
  expect(await change(idOf('member'))).toMatchObject([{ ok: true }])
})

test('T2 T3 T17 removing answers for each, ends all access, and is recorded; the list follows', async () => {
  const outcomes = await home
    .as('admin')
    .members.remove({ ...acme, members: [idOf('viewer'), idOf('owner'), idOf('admin'), idOf('removed')] })
  expect(outcomes).toMatchObject([
    { ok: true, result: { member: idOf('viewer'), name: 'The viewer' } },
    { ok: false, refusal: { code: 'transfer-first' } },
    { ok: false, refusal: { code: 'not-yourself' } },
    { ok: false, refusal: { code: 'not-found' } },
  ])
  expect(await lastEntry()).toMatchObject({
    action: 'member.removed',
    target: { kind: 'user', id: home.people.viewer.id },
    facts: { member: idOf('viewer'), role: home.roles.viewer, role_name: 'Viewer' },
  })
  expect(JSON.stringify(await lastEntry())).not.toContain('The viewer')
  expect((await refused(home.as('viewer').members.list(acme))).code).toBe('not-found')
  expect(await faults(home)).toEqual([])
  for (const part of ['member', 'auditor'] as const) {
    const call = () => home.as(part).members.remove({ ...acme, members: [idOf('admin')] })
    expect((await untouched(() => refused(call()))).code).toBe('not-permitted')
  }
})

test('D12 D13 D46 owners are not removed, not even by owners: transfer first', async () => {
  await home.as('owner').members.changeRoles({ ...acme, members: [idOf('admin')], role: home.roles.owner })
  const outcomes = await untouched(() =>
    home.as('owner').members.remove({ ...acme, members: [idOf('admin'), idOf('owner')] }),
  )
  expect(outcomes).toMatchObject([
    {
      ok: false,
      refusal: { code: 'transfer-first', message: expect.stringContaining('transfer ownership first') },
    },
    { ok: false, refusal: { code: 'not-yourself' } },
  ])
})

test('I16 I14 many are removed in one call, projects and groups with them', async () => {
  const people = await crowd(
    home,
    Array.from({ length: 300 }, (_, index) => `Temp ${index}`),
  )
  const { writer, newId } = home.deps
  const some = people[0]
  if (!some) throw new Error('there is a crowd')
  await writer.run(async (tx) => {
    const project = newId('prj')
    const [role] = await tx
      .selectFrom('role')
      .select('id')
      .where('organization_id', '=', home.acme)
      .where('level', '=', 'project')
      .limit(1)
      .execute()
    if (!role) throw new Error('there are roles of projects')
    await tx
      .insertInto('project')
      .values({ id: project, organization_id: home.acme, name: 'Apollo', since: home.now(), until: null })
      .execute()
    await tx
      .insertInto('assignment')
      .values({
        id: newId('asg'),
        organization_id: home.acme,
        member_id: some.member,
        group_id: null,
        invitation_id: null,
        role_id: role.id,
        project_id: project,
        since: home.now(),
        until: null,
        expires_at: null,
        given_by: null,
        ended_by: null,
        reason: null,
      })
      .execute()
  })
  const preview = await home
    .as('admin')
    .members.removalPreview({ ...acme, members: [some.member, idOf('owner')] })
  expect(preview).toEqual([
    {
      member: some.member,
      name: 'Temp 0',
      role: { id: home.roles.member, key: 'member', name: 'Member' },
      projects: 1,
      invitationsSent: 0,
      refusal: null,
    },
    {
      member: idOf('owner'),
      name: 'The owner',
      role: { id: home.roles.owner, key: 'owner', name: 'Owner' },
      projects: 0,
      invitationsSent: 0,
      refusal: { code: 'transfer-first', message: expect.stringContaining('Owners are protected') },
    },
  ])
  const outcomes = await home
    .as('owner')
    .members.remove({ ...acme, members: people.map((one) => one.member) })
  expect(outcomes.filter((one) => one.ok)).toHaveLength(300)
  const left = await home.deps.reader
    .selectFrom('assignment')
    .select('id')
    .where('member_id', '=', some.member)
    .where('until', 'is', null)
    .execute()
  expect(left).toEqual([])
  expect((await home.as('owner').members.list(acme)).total).toBe(5)
  expect(await faults(home)).toEqual([])
}, 60_000)

test('T27 the preview counts the open invitations somebody sent', async () => {
  await home.as('admin').invitations.send({ ...acme, recipients: ['new@acme.test'] })
  const preview = await home.as('owner').members.removalPreview({ ...acme, members: [idOf('admin')] })
  expect(preview).toMatchObject([{ invitationsSent: 1, refusal: null }])
})

test('everybody may leave but the last owner, who is told what to do', async () => {
  const refusal = await untouched(() => refused(home.as('owner').members.leave(acme)))
  expect(refusal).toMatchObject({
    code: 'last-owner',
    message: expect.stringContaining('Make someone else an owner'),
  })
  await home.as('viewer').members.leave(acme)
  expect(await lastEntry()).toMatchObject({
    action: 'member.left',
    actor: { id: home.people.viewer.id },
    target: { kind: 'user', id: home.people.viewer.id },
    facts: { member: idOf('viewer'), role: home.roles.viewer, role_name: 'Viewer' },
  })
  expect((await refused(home.as('viewer').members.leave(acme))).code).toBe('not-found')
})

test('D14 D46 ownership goes to another member; whoever gave it stays owner or becomes admin', async () => {
  await home.as('owner').members.transferOwnership({ ...acme, member: idOf('member'), keep: 'owner' })
  expect(await roleOf('member')).toBe('owner')
  expect(await roleOf('owner')).toBe('owner')
  await home.as('owner').members.transferOwnership({ ...acme, member: idOf('admin'), keep: 'admin' })
  expect(await lastEntry()).toMatchObject({
    action: 'member.ownership-transferred',
    target: { kind: 'user', id: home.people.admin.id },
    facts: {
      member: idOf('admin'),
      from_name: 'Admin',
      to_name: 'Owner',
      own_member: idOf('owner'),
      own_name: 'Admin',
    },
  })
  expect(await roleOf('owner')).toBe('admin')
  const again = home.as('owner').members.transferOwnership({ ...acme, member: idOf('viewer'), keep: 'owner' })
  expect((await refused(again)).code).toBe('not-permitted')
  const already = home
    .as('admin')
    .members.transferOwnership({ ...acme, member: idOf('member'), keep: 'admin' })
  expect((await untouched(() => refused(already))).code).toBe('already-owner')
  expect(await faults(home)).toEqual([])
})

test('D14 a title and a name for this organization are shown, searched and sorted by, and kept out of the trail', async () => {
  const update = (input: { title?: string | null; displayName?: string | null }) =>
    home.as('admin').members.update({ ...acme, member: idOf('viewer'), ...input })
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
  const entry = await lastEntry()
  expect(entry).toMatchObject({
    action: 'member.updated',
    facts: { member: idOf('viewer'), changed: ['title', 'display_name'] },
  })
  expect(JSON.stringify(entry)).not.toContain('Aaron')
  await update({ title: '', displayName: null })
  expect((await home.as('owner').members.get({ ...acme, member: idOf('viewer') })).title).toBeNull()
  const before = await trail()
  await update({ title: null })
  expect(await trail()).toBe(before)
  const owner = home.as('admin').members.update({ ...acme, member: idOf('owner'), title: 'Boss' })
  expect((await untouched(() => refused(owner))).code).toBe('beyond-your-own')
  const bidi = home.as('owner').members.update({ ...acme, member: idOf('viewer'), displayName: 'a\u202eb' })
  expect((await untouched(() => refused(bidi))).code).toBe('invalid-name')
})

test('D14 a mail to choose a new password goes to anybody, once in five minutes', async () => {
  await home.as('admin').members.sendPasswordReset({ ...acme, member: idOf('owner') })
  expect(await lastEntry()).toMatchObject({
    action: 'member.password-reset-sent',
    target: { kind: 'user', id: home.people.owner.id },
    facts: { member: idOf('owner') },
  })
  const link = await home.deps.reader.selectFrom('one_time_link').selectAll().executeTakeFirstOrThrow()
  expect(link).toMatchObject({
    purpose: 'reset-password',
    user_id: home.people.owner.id,
    asked_by: home.people.admin.id,
    organization_id: home.acme,
  })
  expect(await outbox(home)).toMatchObject([{ kind: 'password-reset', about: link.id }])
  const again = () => home.as('owner').members.sendPasswordReset({ ...acme, member: idOf('owner') })
  expect((await untouched(() => refused(again()))).facts).toEqual({ seconds: 300 })
  home.advance(5 * 60_000)
  await again()
  const member = home.as('member').members.sendPasswordReset({ ...acme, member: idOf('viewer') })
  expect((await untouched(() => refused(member))).code).toBe('not-permitted')
})

test('one member with the inviter, and since when and from whom the role is', async () => {
  home.advance(1_000)
  await home.as('owner').members.changeRoles({ ...acme, members: [idOf('viewer')], role: home.roles.member })
  const details = await home.as('viewer').members.get({ ...acme, member: idOf('viewer') })
  expect(details).toMatchObject({
    name: 'The viewer',
    you: true,
    invitedBy: null,
    roleSince: home.now(),
    roleBy: { user: home.people.owner.id, name: 'The owner' },
  })
})

test('roles of projects, ended roles and those of others cannot be given', async () => {
  const project = await home.deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('level', '=', 'project')
    .limit(1)
    .executeTakeFirstOrThrow()
  const give = (role: typeof project.id) =>
    refused(home.as('owner').members.changeRoles({ ...acme, members: [idOf('viewer')], role }))
  expect((await untouched(() => give(project.id))).code).toBe('role-level-mismatch')
  await home.deps.writer.run((tx) =>
    tx.updateTable('role').set({ until: home.now() }).where('id', '=', home.roles.auditor).execute(),
  )
  expect((await untouched(() => give(home.roles.auditor))).code).toBe('not-found')
})
