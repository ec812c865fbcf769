import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../../testing/digest.ts'
import { type House, house, type Part } from '../../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, putInto } from '../../testing/places.ts'

const acme = { organization: 'acme' }
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

/** The call, or why not. */
async function offboard(part: Part, sent: 'revoke' | 'hand-over', as: Part = 'owner') {
  const [outcome] = await home.as(as).members.offboard({ ...acme, members: [memberOf(home, part)], sent })
  if (!outcome?.ok) throw new Error(outcome?.refusal.message)
  return outcome.result
}

async function invite(as: Part, address: string) {
  const [outcome] = await home
    .as(as)
    .invitations.send({ ...acme, recipients: [address], role: home.roles.viewer })
  if (!outcome?.ok) throw new Error('not sent')
  return outcome.result.invitation
}

async function session(part: Part) {
  const id = home.deps.newId('ses')
  const now = home.now()
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('session')
      .values({
        token_hash: `hash of ${id}`,
        id,
        user_id: home.people[part].id,
        created_at: now,
        expires_at: now + 1_000_000,
        ends_at: now + 1_000_000,
        last_seen_at: now,
        address: '192.0.2.1',
        user_agent: '',
      })
      .execute(),
  )
}

test('D39 I14 one act ends membership, projects, groups, sessions and invitations, and leaves evidence', async () => {
  const apollo = await addProject(home, 'Apollo')
  const group = await addGroup(home, 'Engineering')
  await giveInProject(home, apollo, 'admin', 'editor')
  await putInto(home, group, 'admin')
  await session('admin')
  await invite('admin', 'eve@example.test')
  expect(
    await home.as('owner').members.offboardPreview({ ...acme, member: memberOf(home, 'admin') }),
  ).toMatchObject({ projects: 1, groups: 1, invitations: 1, sessions: 1, refusal: null })

  const { change } = await offboard('admin', 'revoke')
  await expect(home.as('admin').members.list(acme)).rejects.toThrow('There is nothing here')
  const left = await home.deps.reader
    .selectFrom('session')
    .select('id')
    .where('user_id', '=', home.people.admin.id)
    .execute()
  expect(left).toEqual([])
  expect((await home.as('owner').invitations.list(acme)).items).toEqual([])

  const evidence = await home.as('owner').members.offboardEvidence({ ...acme, change })
  expect(evidence).toMatchObject({
    person: { user: home.people.admin.id },
    by: { user: home.people.owner.id },
    roles: [
      { role: 'Admin', project: null },
      { role: 'Editor', project: 'Apollo' },
    ],
    groups: [{ name: 'Engineering' }],
    invitations: [{ recipient: 'eve@example.test', became: 'revoked' }],
    sessions: 1,
  })
  expect(evidence.entries).toHaveLength(2)
})

test('D39 open invitations go on in the name of whoever offboards, and still let their invitee in', async () => {
  const invitation = await invite('admin', home.people.outsider.email)
  await offboard('admin', 'hand-over')
  const { items } = await home.as('owner').invitations.list(acme)
  expect(items).toMatchObject([{ id: invitation, invitedBy: { user: home.people.owner.id } }])
  await home.as('outsider').invitations.accept({ invitation })
  expect((await home.as('owner').members.list({ ...acme, search: 'outsider' })).items).toHaveLength(1)
})

test('D39 owners, oneself and those above are not offboarded, and nothing changes', async () => {
  const before = await digestOf(home)
  await expect(offboard('owner', 'revoke', 'admin')).rejects.toThrow('Owners are protected')
  await expect(offboard('admin', 'revoke', 'admin')).rejects.toThrow('You cannot do this to yourself')
  await expect(offboard('member', 'revoke', 'viewer')).rejects.toThrow('Your role does not allow this')
  expect(await digestOf(home)).toEqual(before)
})

test('D39 an offboarding is undone with everything but the sessions', async () => {
  const apollo = await addProject(home, 'Apollo')
  await giveInProject(home, apollo, 'admin', 'editor')
  await session('admin')
  await invite('admin', 'eve@example.test')
  const { change } = await offboard('admin', 'revoke')
  const entries = await home.as('owner').audit.undoableOfCall({ ...acme, change })
  const outcomes = await home.as('owner').audit.undo({ ...acme, entries: [...entries] })
  expect(outcomes.map((one) => one.ok)).toEqual([true, true])
  expect((await home.as('admin').organizations.get(acme)).role.key).toBe('admin')
  expect((await home.as('owner').invitations.list(acme)).items).toHaveLength(1)
  const sessions = await home.deps.reader.selectFrom('session').select('id').execute()
  expect(sessions).toEqual([])
})

test.each(['revoke', 'hand-over'] as const)(
  'A10 A13 whoever may remove people but not manage invitations takes over none: %s',
  async (sent) => {
    const { role } = await home.as('owner').roles.create({
      ...{ ...acme, level: 'organization', name: 'Remover' },
      permissions: ['organization.read', 'members.read', 'members.remove', 'projects.read'],
    })
    const viewer = memberOf(home, 'viewer')
    await home.as('owner').members.changeRoles({ ...acme, members: [viewer], role })
    await home.as('owner').members.changeRoles({ ...acme, members: [memberOf(home, 'auditor')], role })
    const invitation = await invite('owner', 'eve@example.test')
    await home.deps.writer.run((tx) =>
      tx
        .updateTable('invitation')
        .set({ invited_by: home.people.auditor.id })
        .where('id', '=', invitation)
        .execute(),
    )
    await offboard('auditor', sent, 'viewer')
    const row = await home.deps.reader
      .selectFrom('invitation')
      .select(['state', 'invited_by'])
      .where('id', '=', invitation)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'pending', invited_by: home.people.auditor.id })
    const [entry] = (await home.as('owner').audit.list({ ...acme, action: 'member.offboarded' })).items
    expect(entry?.facts).toMatchObject({ invitations: 0, invitations_left: 1 })
  },
)
