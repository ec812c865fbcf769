import { afterEach, beforeEach, expect, test } from 'vitest'
import { namesOf } from '../platform/names.ts'
import { crowd, faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { acme, idOf, lastEntry, untouched } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('T2 T3 T17 removing answers for each, ends all access, and is recorded; the list follows', async () => {
  const outcomes = await home.as('admin').members.remove({
    ...acme,
    members: [idOf(home, 'viewer'), idOf(home, 'owner'), idOf(home, 'admin'), idOf(home, 'removed')],
  })
  expect(outcomes).toMatchObject([
    { ok: true, result: { member: idOf(home, 'viewer'), name: 'The viewer' } },
    { ok: false, refusal: { code: 'transfer-first' } },
    { ok: false, refusal: { code: 'not-yourself' } },
    { ok: false, refusal: { code: 'not-found' } },
  ])
  expect(await lastEntry(home)).toMatchObject({
    action: 'member.removed',
    target: { kind: 'user', id: home.people.viewer.id },
    facts: { member: idOf(home, 'viewer'), role: home.roles.viewer, role_name: 'Viewer' },
  })
  expect(JSON.stringify(await lastEntry(home))).not.toContain('The viewer')
  expect((await refused(home.as('viewer').members.list(acme))).code).toBe('not-found')
  expect(await faults(home)).toEqual([])
  for (const part of ['member', 'auditor'] as const) {
    const call = () => home.as(part).members.remove({ ...acme, members: [idOf(home, 'admin')] })
    expect((await untouched(home, () => refused(call()))).code).toBe('not-permitted')
  }
})

test('D12 D13 D46 owners are not removed, not even by owners: transfer first', async () => {
  await home
    .as('owner')
    .members.changeRoles({ ...acme, members: [idOf(home, 'admin')], role: home.roles.owner })
  const outcomes = await untouched(home, () =>
    home.as('owner').members.remove({ ...acme, members: [idOf(home, 'admin'), idOf(home, 'owner')] }),
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
      .values({
        id: project,
        organization_id: home.acme,
        ...namesOf('Apollo'),
        since: home.now(),
        until: null,
      })
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
    .members.removalPreview({ ...acme, members: [some.member, idOf(home, 'owner')] })
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
      member: idOf(home, 'owner'),
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
  const preview = await home.as('owner').members.removalPreview({ ...acme, members: [idOf(home, 'admin')] })
  expect(preview).toMatchObject([{ invitationsSent: 1, refusal: null }])
})

test('everybody may leave but the last owner, who is told what to do', async () => {
  const refusal = await untouched(home, () => refused(home.as('owner').members.leave(acme)))
  expect(refusal).toMatchObject({
    code: 'last-owner',
    message: expect.stringContaining('Make someone else an owner'),
  })
  await home.as('viewer').members.leave(acme)
  expect(await lastEntry(home)).toMatchObject({
    action: 'member.left',
    actor: { id: home.people.viewer.id },
    target: { kind: 'user', id: home.people.viewer.id },
    facts: { member: idOf(home, 'viewer'), role: home.roles.viewer, role_name: 'Viewer' },
  })
  expect((await refused(home.as('viewer').members.leave(acme))).code).toBe('not-found')
})
