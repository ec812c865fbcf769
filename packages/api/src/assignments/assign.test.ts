import type { ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf, lastEntry, trail, untouched } from '../members/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../testing/places.ts'

let home: House
let apollo: ProjectId
let gemini: ProjectId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
  gemini = await addProject(home, 'Gemini')
})
afterEach(() => home.close())

const role = (key: 'owner' | 'admin' | 'editor' | 'viewer') => projectRole(home, home.acme, key)
const codes = (outcomes: readonly { ok: boolean; refusal?: { code: string } }[]) =>
  outcomes.map((one) => (one.ok ? 'done' : one.refusal?.code))
const held = async (part: 'member' | 'viewer', project: ProjectId) => {
  const { scopes } = await home
    .as('owner')
    .assignments.effective({ ...acme, member: idOf(home, part), project })
  return scopes[0]?.permissions.map((one) => one.permission) ?? []
}

test('C3 D10 D11 D27 many people get roles in many projects, one for all or each their own', async () => {
  const members = [idOf(home, 'member'), idOf(home, 'viewer')]
  const all = await home
    .as('admin')
    .assignments.assign({ ...acme, members, projects: [apollo, gemini], role: await role('viewer') })
  expect(all.map((one) => one.ok && [one.result.subject, one.result.project, one.result.changed])).toEqual(
    members.flatMap((member) => [
      [{ member }, apollo, true],
      [{ member }, gemini, true],
    ]),
  )
  const [member] = members
  if (!member) throw new Error('there are two')
  await home.as('admin').assignments.assign({
    ...acme,
    changes: [{ subject: { member }, project: gemini, role: await role('editor'), reason: 'on the crew' }],
  })
  expect(await held('member', apollo)).not.toContain('project.content.edit')
  expect(await held('member', gemini)).toContain('project.content.edit')
  expect(await held('viewer', gemini)).not.toContain('project.content.edit')
})

test('C9 I12 D30 a role in one project changes there only, on the record, and can be taken back', async () => {
  const before = await giveInProject(home, apollo, 'member', 'viewer')
  await giveInProject(home, gemini, 'member', 'viewer')
  const editor = await role('editor')
  const subject = { member: idOf(home, 'member') }
  const [outcome] = await home
    .as('admin')
    .assignments.assign({ ...acme, changes: [{ subject, project: apollo, role: editor }] })
  if (!outcome?.ok) throw new Error('it was refused')
  const viewer = await role('viewer')
  expect(outcome.result.undo).toEqual({
    subject,
    project: apollo,
    role: viewer,
    from: editor,
    expiresAt: null,
    reason: null,
  })
  expect(await lastEntry(home)).toMatchObject({
    action: 'assignment.changed',
    actor: { id: home.people.admin.id },
    target: { kind: 'user', id: home.people.member.id },
    facts: {
      project: apollo,
      member: subject.member,
      assignment: outcome.result.assignment,
      replaced: before,
      from_role: viewer,
      from_name: 'Viewer',
      to_role: editor,
      to_name: 'Editor',
      expires_at: null,
    },
  })
  expect(await held('member', gemini)).not.toContain('project.content.edit')
  await home.as('admin').assignments.assign({ ...acme, changes: [outcome.result.undo] })
  expect(await held('member', apollo)).not.toContain('project.content.edit')
})

test('the entry keeps the right that allowed it, which need not be the one that allowed the call', async () => {
  const right = await giveInProject(home, apollo, 'viewer', 'admin')
  await home.as('viewer').assignments.assign({
    ...acme,
    members: [idOf(home, 'member')],
    projects: [apollo],
    role: await role('editor'),
  })
  expect(await lastEntry(home)).toMatchObject({
    action: 'assignment.given',
    allowedBy: right,
  })
})

test('C4 somebody who has left must be an organization member first', async () => {
  const gone = await home.deps.reader
    .selectFrom('member')
    .select('id')
    .where('user_id', '=', home.people.removed.id)
    .where('organization_id', '=', home.acme)
    .executeTakeFirstOrThrow()
  const viewer = await role('viewer')
  const outcomes = await untouched(home, () =>
    home.as('admin').assignments.assign({ ...acme, members: [gone.id], projects: [apollo], role: viewer }),
  )
  expect(outcomes).toMatchObject([
    {
      ok: false,
      refusal: {
        code: 'must-be-member',
        message: expect.stringContaining('must be an organization member first'),
      },
    },
  ])
})

test('D29 each change is decided by itself: what is beyond the caller is refused, the rest is done', async () => {
  await giveInProject(home, apollo, 'viewer', 'admin')
  const outcomes = await home.as('viewer').assignments.assign({
    ...acme,
    changes: [
      { subject: { member: idOf(home, 'member') }, project: apollo, role: await role('owner') },
      { subject: { member: idOf(home, 'member') }, project: apollo, role: await role('editor') },
      { subject: { member: idOf(home, 'member') }, project: gemini, role: await role('viewer') },
      { subject: { member: idOf(home, 'member') }, project: apollo, role: home.roles.viewer },
      { subject: { member: idOf(home, 'member') }, role: home.roles.viewer },
    ],
  })
  expect(codes(outcomes)).toEqual([
    'beyond-your-own',
    'done',
    'not-found',
    'role-level-mismatch',
    'not-permitted',
  ])
})

test('D29 nobody raises themself by what they hold through a group', async () => {
  const leads = await addGroup(home, 'Leads')
  await putInto(home, leads, 'viewer')
  await giveInProject(home, apollo, { group: leads }, 'admin')
  const own = { members: [idOf(home, 'viewer')], projects: [apollo], role: await role('admin') }
  const outcomes = await untouched(home, () => home.as('viewer').assignments.assign({ ...acme, ...own }))
  expect(codes(outcomes)).toEqual(['beyond-your-own'])
})

test('what is asked for twice is no change and leaves no entry', async () => {
  const ask = { ...acme, members: [idOf(home, 'member')], projects: [apollo], role: await role('viewer') }
  await home.as('admin').assignments.assign(ask)
  const before = await trail(home)
  const again = await untouched(home, () => home.as('admin').assignments.assign(ask))
  expect(again).toMatchObject([{ ok: true, result: { changed: false } }])
  expect(await trail(home)).toBe(before)
})

test('several changes to one place are made one after the other', async () => {
  const change = async (key: 'viewer' | 'editor' | null) => ({
    subject: { member: idOf(home, 'member') },
    project: apollo,
    role: key && (await role(key)),
  })
  const outcomes = await home.as('admin').assignments.assign({
    ...acme,
    changes: [await change('viewer'), await change('editor'), await change(null), await change('viewer')],
  })
  expect(codes(outcomes)).toEqual(['done', 'done', 'done', 'done'])
  expect(await held('member', apollo)).toContain('project.read')
  expect(await held('member', apollo)).not.toContain('project.content.edit')
})

test('two people at once: who did not see what the other did is told so', async () => {
  const change = {
    subject: { member: idOf(home, 'member') },
    project: apollo,
    role: await role('editor'),
    from: null,
  }
  await home.as('owner').assignments.assign({
    ...acme,
    members: [change.subject.member],
    projects: [apollo],
    role: await role('viewer'),
  })
  const outcomes = await untouched(home, () =>
    home.as('admin').assignments.assign({ ...acme, changes: [change] }),
  )
  expect(codes(outcomes)).toEqual(['changed-meanwhile'])
})

test('I12 roles at the organization go the same way, and an owner remains', async () => {
  const member = idOf(home, 'member')
  await home
    .as('owner')
    .assignments.assign({ ...acme, changes: [{ subject: { member }, role: home.roles.owner }] })
  expect(await lastEntry(home)).toMatchObject({ action: 'member.role-changed', facts: { to_name: 'Owner' } })
  const outcomes = await home.as('owner').assignments.assign({
    ...acme,
    changes: [
      { subject: { member: idOf(home, 'owner') }, role: home.roles.admin },
      { subject: { member }, role: home.roles.admin },
    ],
  })
  // The first takes their own right to take ownership away.
  expect(codes(outcomes)).toEqual(['done', 'beyond-your-own'])
  const found = await home.as('member').members.list({ ...acme, role: home.roles.admin })
  expect(found.total).toBe(2)
})

test('where the organization asks why, a role that decides about others is given with a reason', async () => {
  await home.as('owner').organizations.update({ ...acme, policies: { requireReason: true } })
  const admin = await role('admin')
  const ask = { ...acme, members: [idOf(home, 'member')], projects: [apollo], role: admin }
  expect(codes(await home.as('owner').assignments.assign(ask))).toEqual(['reason-required'])
  expect(codes(await home.as('owner').assignments.assign({ ...ask, reason: 'leads the crew' }))).toEqual([
    'done',
  ])
})
