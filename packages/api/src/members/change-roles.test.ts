import type { MemberId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { namesOf } from '../platform/names.ts'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { acme, idOf, lastEntry, roleOf, trail, untouched } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('C8 I12 D30 changing a role is recorded with before and after, can be undone, and shows at once', async () => {
  const [outcome] = await home.as('admin').members.changeRoles({
    ...acme,
    members: [idOf(home, 'viewer')],
    role: home.roles.member,
    reason: 'joins the team',
  })
  expect(outcome).toEqual({
    ok: true,
    result: {
      member: idOf(home, 'viewer'),
      role: { id: home.roles.member, key: 'member', name: 'Member' },
      undo: { role: home.roles.viewer },
    },
  })
  expect(await lastEntry(home)).toMatchObject({
    action: 'member.role-changed',
    actor: { kind: 'user', id: home.people.admin.id },
    target: { kind: 'user', id: home.people.viewer.id },
    facts: {
      member: idOf(home, 'viewer'),
      from_role: home.roles.viewer,
      to_role: home.roles.member,
      from_name: 'Viewer',
      to_name: 'Member',
    },
  })
  expect(await roleOf(home, 'viewer')).toBe('member')
  const found = await home.as('owner').members.list({ ...acme, role: home.roles.member })
  expect(found.total).toBe(2)
  expect(await faults(home)).toEqual([])

  const undo = await home
    .as('admin')
    .members.changeRoles({ ...acme, members: [idOf(home, 'viewer')], role: home.roles.viewer })
  expect(undo[0]?.ok).toBe(true)
  expect(await roleOf(home, 'viewer')).toBe('viewer')
})

test('D45 a changed role counts from the next call on, without a new sign-in', async () => {
  await home.as('viewer').members.list(acme)
  await home
    .as('owner')
    .members.changeRoles({ ...acme, members: [idOf(home, 'viewer')], role: home.roles.auditor })
  expect((await refused(home.as('viewer').members.list(acme))).code).toBe('not-permitted')
})

test('a role somebody holds already is no change and leaves no entry', async () => {
  const before = await trail(home)
  const outcomes = await untouched(home, () =>
    home
      .as('owner')
      .members.changeRoles({ ...acme, members: [idOf(home, 'viewer')], role: home.roles.viewer }),
  )
  expect(outcomes[0]?.ok).toBe(true)
  expect(await trail(home)).toBe(before)
})

test('A13 A14 D29 nobody gives more than they hold, nor takes away what they do not hold', async () => {
  const outcomes = await untouched(home, () =>
    home.as('admin').members.changeRoles({
      ...acme,
      members: [idOf(home, 'member'), idOf(home, 'owner'), idOf(home, 'admin')],
      role: home.roles.owner,
    }),
  )
  expect(outcomes.map((one) => (one.ok ? 'done' : one.refusal.code))).toEqual([
    'beyond-your-own',
    'done',
    'beyond-your-own',
  ])
  const demoted = await untouched(home, () =>
    home
      .as('admin')
      .members.changeRoles({ ...acme, members: [idOf(home, 'owner')], role: home.roles.viewer }),
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
      .values({ id: group, organization_id: home.acme, ...namesOf('On call'), since: now, until: null })
      .execute()
    await tx
      .insertInto('group_member')
      .values({
        id: newId('gme'),
        ...row,
        group_id: group,
        member_id: idOf(home, 'viewer'),
        child_group_id: null,
      })
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
  expect(await untouched(home, () => change(idOf(home, 'viewer')))).toMatchObject([
    { ok: false, refusal: { code: 'beyond-your-own' } },
  ])
  expect(await change(idOf(home, 'member'))).toMatchObject([{ ok: true }])
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
    refused(home.as('owner').members.changeRoles({ ...acme, members: [idOf(home, 'viewer')], role }))
  expect((await untouched(home, () => give(project.id))).code).toBe('role-level-mismatch')
  await home.deps.writer.run((tx) =>
    tx.updateTable('role').set({ until: home.now() }).where('id', '=', home.roles.auditor).execute(),
  )
  expect((await untouched(home, () => give(home.roles.auditor))).code).toBe('not-found')
})
