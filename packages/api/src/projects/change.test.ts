import { DEFAULT_POLICIES, type ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastEntry, untouched } from '../members/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { giveDefaultProjects } from './default.ts'

let home: House
let project: ProjectId
beforeEach(async () => {
  home = await house()
  project = await addProject(home, 'Apollo', { visibility: 'organization' })
})
afterEach(() => home.close())

const acme = { organization: 'acme' }
const entries = async (action: string) =>
  (await home.as('owner').audit.list(acme)).items.filter((entry) => entry.action === action)

test('D30 a project is renamed and described, and each thing that changed is recorded with before and after', async () => {
  const change = { name: ' Apollo 11 ', description: 'To the Moon', visibility: 'private' } as const
  await home.as('admin').projects.update({ ...acme, project, ...change })
  expect(await home.as('owner').projects.get({ ...acme, project })).toMatchObject({
    name: 'Apollo 11',
    description: 'To the Moon',
    visibility: 'private',
  })
  expect((await entries('project.updated')).map((entry) => entry.facts)).toEqual([
    { project, field: 'description' },
    { project, field: 'visibility', before: 'organization', after: 'private' },
    { project, field: 'name', before: 'Apollo', after: 'Apollo 11' },
  ])
  await untouched(home, () =>
    home.as('owner').projects.update({ ...acme, project, ...change, name: 'Apollo 11' }),
  )
  await addProject(home, 'Gemini')
  const taken = await refused(home.as('owner').projects.update({ ...acme, project, name: 'gemini' }))
  expect(taken).toMatchObject({ code: 'name-taken', facts: { field: 'name' } })
})

test('D25 a project role administers its own project and nothing else', async () => {
  const other = await addProject(home, 'Gemini', { visibility: 'organization' })
  await giveInProject(home, project, 'member', 'admin')
  await home.as('member').projects.update({ ...acme, project, description: 'Ours' })
  const at = { ...acme, project: other, description: 'Theirs' }
  expect((await refused(home.as('member').projects.update(at))).code).toBe('not-permitted')
  const asMember = home.as('member').projects
  expect((await refused(asMember.deletionPreview({ ...acme, project }))).code).toBe('not-permitted')
  expect((await refused(asMember.delete({ ...acme, project, confirm: 'Apollo' }))).code).toBe('not-permitted')
  const away = asMember.transfer({ ...acme, project, member: memberOf(home, 'viewer'), keep: null })
  expect((await refused(away)).code).toBe('not-permitted')
  await giveInProject(home, project, 'viewer', 'editor')
  expect((await refused(home.as('viewer').projects.archive({ ...acme, project }))).code).toBe('not-permitted')
  const names = (await home.as('viewer').projects.members({ ...acme, project })).items.map((one) => one.name)
  expect(names).toEqual(['The member', 'The viewer'])
})

test('D26 D27 an organization admin manages every project, and a person holds a different role in each', async () => {
  const other = await addProject(home, 'Gemini')
  await giveInProject(home, project, 'member', 'admin')
  await giveInProject(home, other, 'member', 'viewer')
  const mine = (await home.as('member').projects.list(acme)).items
  expect(mine.map((one) => [one.name, one.myRole?.key])).toEqual([
    ['Apollo', 'admin'],
    ['Gemini', 'viewer'],
  ])
  expect(mine.map((one) => one.permissions.includes('project.members.manage'))).toEqual([true, false])
  const all = (await home.as('admin').projects.list(acme)).items
  expect(all.every((one) => one.permissions.includes('project.members.manage'))).toBe(true)
  expect(all.some((one) => one.permissions.includes('project.delete'))).toBe(false)
})

test('in an archived project nothing changes until it is restored', async () => {
  await giveInProject(home, project, 'member', 'owner')
  await home.as('member').projects.archive({ ...acme, project })
  expect(await lastEntry(home)).toMatchObject({ action: 'project.archived', facts: { project } })
  const asOwner = home.as('owner').projects
  for (const call of [
    () => asOwner.update({ ...acme, project, name: 'Other' }),
    () => asOwner.archive({ ...acme, project }),
    () => asOwner.transfer({ ...acme, project, member: memberOf(home, 'viewer'), keep: null }),
  ]) {
    expect((await untouched(home, () => refused(call()))).code).toBe('project-archived')
  }
  const list = async (state: 'active' | 'archived') =>
    (await home.as('viewer').projects.list({ ...acme, state })).items.map((one) => [one.name, one.archived])
  expect([await list('active'), await list('archived')]).toEqual([[], [['Apollo', true]]])
  await home.as('member').projects.restore({ ...acme, project })
  expect(await lastEntry(home)).toMatchObject({ action: 'project.restored' })
  await untouched(home, () => home.as('member').projects.restore({ ...acme, project }))
  expect(await list('active')).toEqual([['Apollo', false]])
})

test('deleting a project names what is lost, wants its name, and ends every role in it', async () => {
  const group = await addGroup(home, 'Engineering')
  await giveInProject(home, project, 'member', 'editor')
  await giveInProject(home, project, { group }, 'viewer')
  expect(await home.as('owner').projects.deletionPreview({ ...acme, project })).toEqual({
    name: 'Apollo',
    members: 1,
    people: [{ user: home.people.member.id, name: 'The member' }],
    groups: 1,
    groupsNamed: [{ id: group, name: 'Engineering' }],
    invitations: 0,
  })
  const asOwner = home.as('owner').projects
  const refusal = await untouched(home, () =>
    refused(asOwner.delete({ ...acme, project, confirm: 'apollo' })),
  )
  expect(refusal).toMatchObject({ code: 'invalid-input', facts: { field: 'confirm' } })
  await asOwner.archive({ ...acme, project })
  await asOwner.delete({ ...acme, project, confirm: 'Apollo' })
  expect(await lastEntry(home)).toMatchObject({
    action: 'project.deleted',
    target: { kind: 'project', id: project },
    facts: { project, members: 1, groups: 1, invitations: 0 },
  })
  expect((await refused(asOwner.get({ ...acme, project }))).code).toBe('not-found')
  const left = await home.deps.reader
    .selectFrom('assignment')
    .select('id')
    .where('project_id', '=', project)
    .where('until', 'is', null)
    .execute()
  expect(left).toEqual([])
  await asOwner.create({ ...acme, name: 'Apollo' })
})

test('a project is transferred: the other owns it, and the one who had it keeps what they chose', async () => {
  const viewer = await projectRole(home, home.acme, 'viewer')
  await giveInProject(home, project, 'member', 'owner')
  await giveInProject(home, project, 'viewer', 'editor')
  const transfer = (input: object) =>
    home.as('member').projects.transfer({
      ...acme,
      project,
      member: memberOf(home, 'viewer'),
      keep: viewer,
      ...input,
    })
  const code = async (input: object) => (await untouched(home, () => refused(transfer(input)))).code
  expect(await code({ member: memberOf(home, 'member') })).toBe('not-yourself')
  expect(await code({ keep: home.roles.viewer })).toBe('role-level-mismatch')
  expect(await code({ keep: await projectRole(home, home.globex, 'viewer') })).toBe('not-found')
  await transfer({})
  const roles = async () =>
    (await home.as('owner').projects.members({ ...acme, project })).items.map((one) => [
      one.name,
      one.direct?.role.key,
    ])
  expect(await roles()).toEqual([
    ['The member', 'viewer'],
    ['The viewer', 'owner'],
  ])
  const [own, given] = (await home.as('owner').audit.list(acme)).items
  expect(own).toMatchObject({
    action: 'assignment.changed',
    facts: { project, from_name: 'Owner', to_name: 'Viewer' },
  })
  expect(given).toMatchObject({
    action: 'project.transferred',
    facts: { project, from_name: 'Editor', to_name: 'Owner' },
  })
  const again = home.as('owner').projects.transfer({
    ...acme,
    project,
    member: memberOf(home, 'viewer'),
    keep: null,
  })
  expect((await refused(again)).code).toBe('already-owner')
  await home.as('owner').members.remove({ ...acme, members: [memberOf(home, 'member')] })
  const gone = home.as('owner').projects.transfer({
    ...acme,
    project,
    member: memberOf(home, 'member'),
    keep: null,
  })
  expect(await refused(gone)).toMatchObject({
    code: 'must-be-member',
    message: expect.stringContaining('must be an organization member first'),
  })
})

test('D29 whoever owns a project for a time only makes nothing of it lasting for themselves', async () => {
  const until = home.now() + 1_000_000
  await giveInProject(home, project, 'member', 'owner', until)
  await home.as('member').projects.transfer({
    ...acme,
    project,
    member: memberOf(home, 'viewer'),
    keep: await projectRole(home, home.acme, 'admin'),
  })
  const items = (await home.as('owner').projects.members({ ...acme, project })).items
  expect(items.map((one) => [one.direct?.role.key, one.direct?.expiresAt])).toEqual([
    ['admin', until],
    ['owner', null],
  ])
})

test('I13 whoever joins gets the role that default projects have for them, and keeps what they hold', async () => {
  const other = await addProject(home, 'Gemini')
  const archived = await addProject(home, 'Mercury')
  const viewer = await projectRole(home, home.acme, 'viewer')
  const admin = await projectRole(home, home.acme, 'admin')
  const asOwner = home.as('owner').projects
  await asOwner.update({ ...acme, project, defaultRole: viewer })
  await asOwner.update({ ...acme, project: other, defaultRole: viewer })
  await asOwner.update({ ...acme, project: archived, defaultRole: viewer })
  await asOwner.archive({ ...acme, project: archived })
  await giveInProject(home, other, 'member', 'editor')
  const given = await home.deps.writer.run((tx) =>
    giveDefaultProjects(tx, home.deps.newId, {
      organization: { id: home.acme, policies: DEFAULT_POLICIES },
      member: memberOf(home, 'member'),
      by: null,
      now: home.now(),
    }),
  )
  expect(given).toMatchObject([{ project, role: { key: 'viewer', name: 'Viewer' } }])
  const mine = (await home.as('member').projects.list({ ...acme, state: 'all', mine: true })).items
  expect(mine.map((one) => [one.name, one.myRole?.key])).toEqual([
    ['Apollo', 'viewer'],
    ['Gemini', 'editor'],
  ])
  const refusal = await refused(
    asOwner.update({ ...acme, project, defaultRole: await projectRole(home, home.acme, 'owner') }),
  )
  expect(refusal.code).toBe('owner-by-default')
  await giveInProject(home, project, 'viewer', 'admin')
  await home.as('viewer').projects.update({ ...acme, project, defaultRole: admin })
  await home.as('viewer').projects.update({ ...acme, project, defaultRole: null })
  expect((await lastEntry(home)).facts).toEqual({
    project,
    field: 'defaultRole',
    before: 'Admin',
    after: null,
  })
})
