import type { RoleId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, roleOf, trail, untouched } from '../members/testing.ts'
import { faults } from '../testing/crowd.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, memberOf, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { thingsOf } from '../testing/things.ts'
import { give, giveRole, newRole } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const remove = (part: Part, role: RoleId, replaceWith?: RoleId) =>
  home.as(part).roles.delete({ ...acme, role, ...(replaceWith && { replaceWith }) })
const heldNow = (role: RoleId) =>
  home.deps.reader
    .selectFrom('assignment')
    .select(['member_id', 'group_id', 'invitation_id', 'project_id', 'expires_at', 'given_by'])
    .where('role_id', '=', role)
    .where('until', 'is', null)
    .execute()

test('C10 a custom role that nobody holds is deleted, and its name is free again', async () => {
  const role = await newRole(home, 'Reader', ['organization.read'])
  expect(await remove('admin', role)).toEqual({ replaced: 0 })
  expect((await home.as('owner').roles.list(acme)).map(({ name }) => name)).not.toContain('Reader')
  await newRole(home, 'Reader', ['members.read'])
})

test('C10 whoever holds it gets another: people, groups, invitations, and those who will join', async () => {
  const role = await newRole(home, 'Builder', ['project.read', 'project.content.edit'], 'project')
  const editor = await projectRole(home, home.acme, 'editor')
  const apollo = await addProject(home, 'Apollo')
  const group = await addGroup(home, 'Everybody')
  const soon = home.now() + 1_000_000
  await give(home, { member: memberOf(home, 'viewer') }, role, apollo, soon)
  await give(home, { group }, role, apollo)
  const sent = await home.as('owner').invitations.send({ ...acme, recipients: ['ada@example.test'] })
  const invitation = sent[0]?.ok ? sent[0].result.invitation : undefined
  if (!invitation) throw new Error('not invited')
  await give(home, { invitation }, role, apollo)
  await home.deps.writer.run((tx) =>
    tx.updateTable('project').set({ default_role_id: role }).where('id', '=', apollo).execute(),
  )
  const listed = async () =>
    (await home.as('owner').roles.list({ ...acme, level: 'project' })).map(
      ({ name, places, groups, invitations }) => [name, places, groups, invitations],
    )
  expect(await listed()).toContainEqual(['Builder', 1, 1, 1])
  const before = await trail(home)
  expect((await untouched(home, () => refused(remove('owner', role)))).code).toBe('role-in-use')

  expect(await remove('admin', role, editor)).toEqual({ replaced: 3 })
  expect(await heldNow(role)).toEqual([])
  const by = home.people.admin.id
  const held = await heldNow(editor)
  expect(held).toHaveLength(3)
  expect(held).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ member_id: memberOf(home, 'viewer'), expires_at: soon, given_by: by }),
      expect.objectContaining({ group_id: group, project_id: apollo, expires_at: null }),
      expect.objectContaining({ invitation_id: invitation, project_id: apollo }),
    ]),
  )
  expect(await listed()).toContainEqual(['Editor', 1, 1, 1])
  const project = await home.deps.reader
    .selectFrom('project')
    .select('default_role_id')
    .where('id', '=', apollo)
    .executeTakeFirst()
  expect(project?.default_role_id).toBe(editor)
  const entries = (await home.as('owner').audit.list(acme)).items.slice(0, (await trail(home)) - before)
  expect(entries.map(({ action }) => action).toReversed()).toEqual([
    'role.deleted',
    'assignment.changed',
    'assignment.changed',
    'invitation.edited',
    'project.updated',
  ])
})

test('a domain whose people join with it by themselves gives what takes its place', async () => {
  const role = await newRole(home, 'Reader', ['organization.read'])
  const { domain } = (await thingsOf(home)).acme
  const set = { auto_join_role_id: role, verified_at: home.now() }
  await home.deps.writer.run((tx) => tx.updateTable('domain').set(set).where('id', '=', domain).execute())
  expect((await refused(remove('owner', role))).code).toBe('role-in-use')
  await remove('owner', role, home.roles.viewer)
  const after = await home.deps.reader
    .selectFrom('domain')
    .select('auto_join_role_id')
    .where('id', '=', domain)
    .executeTakeFirst()
  expect(after?.auto_join_role_id).toBe(home.roles.viewer)
})

test('the list of members shows the new role at once, and the call that gave it is on the rows', async () => {
  expect(await remove('owner', home.roles.auditor, home.roles.member)).toEqual({ replaced: 1 })
  expect(await roleOf(home, 'auditor')).toBe('member')
  expect(await faults(home)).toEqual([])
  const rows = await home.deps.reader
    .selectFrom('assignment')
    .select(['begun_in', 'ended_in'])
    .where('member_id', '=', memberOf(home, 'auditor'))
    .orderBy('id')
    .execute()
  expect(rows[0]?.ended_in).toBe(rows[1]?.begun_in)
  expect(rows[1]?.begun_in).toMatch(/^chg_/)
})

test('D29 refused to whoever may not give what takes its place, or take what it allowed', async () => {
  await giveRole(home, 'viewer', await newRole(home, 'Keeper', ['organization.read', 'roles.manage']))
  const code = async (part: Part, role: RoleId, to?: RoleId) =>
    (await untouched(home, () => refused(remove(part, role, to)))).code
  const { auditor, admin, member, owner } = home.roles
  expect(await code('viewer', auditor, member)).toBe('beyond-your-own')
  const slight = await newRole(home, 'Slight', ['organization.read'])
  await giveRole(home, 'member', slight)
  expect(await code('viewer', slight, admin)).toBe('beyond-your-own')
  const heir = await newRole(home, 'Heir', ['organization.transfer'])
  expect(await code('admin', heir)).toBe('beyond-your-own')
  expect(await code('owner', slight, owner)).toBe('owner-by-name')
})

test('D29 nobody deletes their own role into a stronger one', async () => {
  const keeper = await newRole(home, 'Keeper', ['organization.read', 'roles.manage'])
  await giveRole(home, 'viewer', keeper)
  const lent = await newRole(home, 'Lent', ['organization.read', 'roles.manage', 'members.remove'])
  const group = await addGroup(home, 'Helpers')
  await give(home, { group }, lent, null)
  await putInto(home, group, 'viewer')
  expect((await refused(remove('viewer', keeper, lent))).code).toBe('beyond-your-own')
})

test('what is built in stays; another level, itself and ownership through a group are refused', async () => {
  const { auditor, viewer, member } = home.roles
  const code = async (role: RoleId, to?: RoleId) =>
    (await untouched(home, () => refused(remove('owner', role, to)))).code
  expect(await code(viewer, member)).toBe('role-protected')
  expect(await code(auditor, await projectRole(home, home.acme, 'viewer'))).toBe('role-level-mismatch')
  expect(await code(auditor, auditor)).toBe('invalid-input')
  const slight = await newRole(home, 'Slight', ['project.read'], 'project')
  const full = await newRole(home, 'Full', ['project.read', 'project.delete'], 'project')
  await give(home, { group: await addGroup(home, 'All') }, slight, await addProject(home, 'Apollo'))
  expect(await code(slight, full)).toBe('owner-through-group')
})
