import { DAY } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../testing/digest.ts'
import { type House, house, type Part } from '../../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, putInto } from '../../testing/places.ts'

const acme = { organization: 'acme' }
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

/** The number of the newest entry of the trail with this action. */
async function newest(action: string): Promise<number> {
  const { sequence } = await home.deps.reader
    .selectFrom('audit_entry')
    .select('sequence')
    .where('chain', '=', home.acme)
    .where('action', '=', action)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return sequence
}

const undo = async (action: string, as: Part = 'owner') => {
  const [outcome] = await home.as(as).audit.undo({ ...acme, entries: [await newest(action)] })
  return outcome?.ok ? 'undone' : outcome?.refusal.code
}

/** Everything that a person may do, by scope: what must come back exactly. */
async function powers(part: Part) {
  const { standingOf } = await import('../../platform/access.ts')
  const actor = { kind: 'user' as const, id: home.people[part].id }
  const { held } = await standingOf(home.deps.reader, actor, 'acme', home.now())
  return held
    .map(({ role, scope, via, expiresAt, permissions }) =>
      JSON.stringify([role, scope, via, expiresAt, [...permissions].sort()]),
    )
    .sort()
}

describe('a removal', () => {
  test('is taken back with role, projects and groups, exactly; the entry says so', async () => {
    const [apollo, gemini] = [await addProject(home, 'Apollo'), await addProject(home, 'Gemini')]
    const group = await addGroup(home, 'Engineering')
    await giveInProject(home, apollo, 'member', 'editor')
    await giveInProject(home, gemini, 'member', 'viewer', home.now() + 90 * DAY)
    await giveInProject(home, gemini, { group }, 'admin')
    await putInto(home, group, 'member', true)
    const member = memberOf(home, 'member')
    await home.as('owner').members.update({ ...acme, member, title: 'Analyst' })
    const before = await powers('member')
    expect(before.length).toBe(4)

    await home.as('owner').members.remove({ ...acme, members: [member] })
    await expect(powers('member')).rejects.toThrow('There is nothing here')
    home.advance(20 * DAY)
    expect(await undo('member.removed')).toBe('undone')
    expect(await powers('member')).toEqual(before)
    const { items } = await home.as('owner').members.list({ ...acme, search: 'analyst' })
    expect(items.map((item) => item.title)).toEqual(['Analyst'])
    const [entry] = (await home.as('owner').audit.list(acme)).items
    expect(entry).toMatchObject({
      action: 'change.undone',
      target: { id: home.people.member.id },
      facts: { undone: 'member.removed' },
    })
  })

  test('is taken back once, and not after thirty days', async () => {
    await home.as('owner').members.remove({ ...acme, members: [memberOf(home, 'member')] })
    home.advance(30 * DAY + 1)
    const before = await digestOf(home)
    expect(await undo('member.removed')).toBe('undo-too-late')
    expect(await digestOf(home)).toEqual(before)
    home.advance(-DAY)
    expect(await undo('member.removed')).toBe('undone')
    expect(await undo('member.removed')).toBe('undo-not-possible')
  })

  test('D29 is taken back only by somebody who could give all of it today', async () => {
    const { roles } = home
    await home
      .as('owner')
      .members.changeRoles({ ...acme, members: [memberOf(home, 'member')], role: roles.admin })
    await home.as('owner').members.remove({ ...acme, members: [memberOf(home, 'member')] })
    for (const part of ['viewer', 'auditor'] as const) {
      const before = await digestOf(home)
      expect(await undo('member.removed', part)).toBe('not-permitted')
      expect(await digestOf(home)).toEqual(before)
    }
    expect(await undo('member.removed', 'admin')).toBe('undone')
  })

  test('leaves out projects, groups and roles that are gone, and refuses when the organization’s role is', async () => {
    const apollo = await addProject(home, 'Apollo')
    const group = await addGroup(home, 'Engineering')
    await giveInProject(home, apollo, 'auditor', 'editor')
    await putInto(home, group, 'auditor')
    await home.as('owner').members.remove({ ...acme, members: [memberOf(home, 'auditor')] })
    const end = { until: home.now() }
    await home.deps.writer.run(async (tx) => {
      await tx.updateTable('project').set(end).where('id', '=', apollo).execute()
      await tx.updateTable('group').set(end).where('id', '=', group).execute()
    })
    expect(await undo('member.removed')).toBe('undone')
    expect(await powers('auditor')).toHaveLength(1)

    await home.as('owner').members.remove({
      ...acme,
      members: [(await home.as('owner').members.list({ ...acme, search: 'auditor' })).items[0]?.member ?? ''],
    })
    await home.deps.writer.run((tx) =>
      tx.updateTable('role').set(end).where('id', '=', home.roles.auditor).execute(),
    )
    expect(await undo('member.removed')).toBe('undo-not-possible')
  })

  test('does not bring back somebody who has joined again, nor beyond the seats', async () => {
    await home.as('owner').members.remove({ ...acme, members: [memberOf(home, 'member')] })
    const removed = await newest('member.removed')
    const [sent] = await home
      .as('owner')
      .invitations.send({ ...acme, recipients: [home.people.member.email] })
    if (!sent?.ok) throw new Error('not sent')
    await home.as('member').invitations.accept({ invitation: sent.result.invitation })
    const [outcome] = await home.as('owner').audit.undo({ ...acme, entries: [removed] })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'already-member' } })
  })
})

describe('a role', () => {
  test('I12 at the organization comes back, for many in one call', async () => {
    const members = [memberOf(home, 'member'), memberOf(home, 'viewer')]
    await home.as('owner').members.changeRoles({ ...acme, members, role: home.roles.auditor })
    const { items } = await home.as('owner').audit.list({ ...acme, action: 'member.role-changed' })
    const outcomes = await home
      .as('owner')
      .audit.undo({ ...acme, entries: items.map((item) => item.sequence) })
    expect(outcomes.map((one) => one.ok)).toEqual([true, true])
    const list = await home.as('owner').members.list(acme)
    const roleOf = (part: Part) => list.items.find((one) => one.member === memberOf(home, part))?.role.key
    expect([roleOf('member'), roleOf('viewer')]).toEqual(['member', 'viewer'])
  })

  test('that has been changed again since is left as it is', async () => {
    const change = (role: typeof home.roles.admin) =>
      home.as('owner').members.changeRoles({ ...acme, members: [memberOf(home, 'member')], role })
    await change(home.roles.auditor)
    const first = await newest('member.role-changed')
    await change(home.roles.viewer)
    const before = await digestOf(home)
    const [outcome] = await home.as('owner').audit.undo({ ...acme, entries: [first] })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } })
    expect(await digestOf(home)).toEqual(before)
  })

  test('D46 a transfer of ownership is taken back with both roles, and never leaves nobody', async () => {
    const member = memberOf(home, 'admin')
    await home.as('owner').members.transferOwnership({ ...acme, member, keep: 'admin' })
    expect(await undo('member.ownership-transferred', 'owner')).toBe('beyond-your-own')
    expect(await undo('member.ownership-transferred', 'admin')).toBe('undone')
    const list = await home.as('owner').members.list(acme)
    const roleOf = (part: Part) => list.items.find((one) => one.member === memberOf(home, part))?.role.key
    expect([roleOf('owner'), roleOf('admin')]).toEqual(['owner', 'admin'])
  })
})

test('a revoked invitation is sent again on the same terms, and the old link stays dead', async () => {
  const apollo = await addProject(home, 'Apollo')
  const [sent] = await home.as('admin').invitations.send({
    ...acme,
    recipients: ['eve@example.test'],
    role: home.roles.viewer,
    message: 'Hello',
  })
  if (!sent?.ok) throw new Error('not sent')
  const { invitation } = sent.result
  const { beginAssignment } = await import('../../assignments/store.ts')
  const { projectRole } = await import('../../testing/places.ts')
  const role = await projectRole(home, home.acme, 'editor')
  const at = { organization: home.acme, by: home.people.admin.id, now: home.now() }
  await home.deps.writer.run((tx) =>
    beginAssignment(tx, home.deps.newId, { ...at, subject: { invitation }, role, project: apollo }),
  )
  await home.as('owner').invitations.revoke({ ...acme, invitations: [invitation] })
  expect(await undo('invitation.revoked')).toBe('undone')
  const { items } = await home.as('owner').invitations.list(acme)
  expect(items).toMatchObject([
    { recipient: { email: 'eve@example.test' }, role: { key: 'viewer' }, message: 'Hello' },
  ])
  expect(items[0]?.id).not.toBe(invitation)
  const terms = await home.deps.reader
    .selectFrom('assignment')
    .select(['role_id', 'project_id'])
    .where('invitation_id', '=', items[0]?.id ?? invitation)
    .where('until', 'is', null)
    .execute()
  expect(terms).toContainEqual({ role_id: role, project_id: apollo })
})

test('a deleted project and a deleted group come back with everybody in them, and are found and counted', async () => {
  const apollo = await addProject(home, 'Apollo')
  const [outer, group] = [await addGroup(home, 'Everybody'), await addGroup(home, 'Engineering')]
  await putInto(home, outer, { child: group })
  await putInto(home, group, 'viewer')
  await giveInProject(home, apollo, { group }, 'editor')
  await giveInProject(home, apollo, 'member', 'viewer')
  const before = [await powers('viewer'), await powers('member')]
  const totals = () =>
    home.deps.reader.selectFrom('organization_total').selectAll().orderBy('organization_id').execute()
  const counted = await totals()

  await home.as('owner').groups.delete({ ...acme, group, confirm: 'Engineering' })
  await home.as('owner').projects.delete({ ...acme, project: apollo, confirm: 'Apollo' })
  expect(await powers('viewer')).toHaveLength(1)
  expect(await undo('project.deleted', 'admin')).toBe('not-permitted')
  expect(await undo('project.deleted')).toBe('undone')
  expect(await undo('group.deleted')).toBe('undone')
  expect([await powers('viewer'), await powers('member')]).toEqual(before)
  expect(await totals()).toEqual(counted)
  const { items } = await home.as('owner').groups.list({ ...acme, search: 'engineer' })
  expect(items.map((item) => item.name)).toEqual(['Engineering'])
})

test('an archived project is taken out of the archive, unless somebody has done so', async () => {
  const project = await addProject(home, 'Apollo')
  await home.as('owner').projects.archive({ ...acme, project })
  expect(await undo('project.archived')).toBe('undone')
  expect(await home.as('owner').projects.get({ ...acme, project })).toMatchObject({ archived: false })
  await home.as('owner').projects.archive({ ...acme, project })
  await home.as('owner').projects.restore({ ...acme, project })
  expect(await undo('project.archived')).toBe('changed-meanwhile')
})

test('what cannot be undone says so, and other trails do not exist', async () => {
  await home.as('owner').organizations.update({ ...acme, name: 'Acme Limited' })
  expect(await undo('organization.updated')).toBe('undo-not-possible')
  const [outcome] = await home.as('owner').audit.undo({ ...acme, entries: [1_000] })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
})
