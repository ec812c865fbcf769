import { PERMISSIONS, type ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../testing/house.ts'
import { addProject, giveInProject } from '../testing/places.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const listed = (part: Part) => home.as(part).roles.list({ organization: 'acme' })

test('C10 T8 D37 roles come least powerful first, with description, permissions and how many hold them', async () => {
  const roles = await listed('viewer')
  expect(roles.map(({ key, name, members, elevated }) => ({ key, name, members, elevated }))).toEqual([
    { key: null, name: 'Auditor', members: 1, elevated: false },
    { key: 'viewer', name: 'Viewer', members: 1, elevated: false },
    { key: 'member', name: 'Member', members: 1, elevated: false },
    { key: 'admin', name: 'Admin', members: 1, elevated: true },
    { key: 'owner', name: 'Owner', members: 1, elevated: true },
  ])
  expect(roles.every((role) => role.level === 'organization')).toBe(true)
  expect(roles.at(-1)?.permissions).toHaveLength(Object.keys(PERMISSIONS).length)
  expect(roles[1]?.description).not.toBe('')
})

test('D25 roles of projects come by their level, offered at a project to those who hold all of it there', async () => {
  const project = await addProject(home, 'Apollo')
  const of = (part: Part, at?: ProjectId) =>
    home.as(part).roles.list({ organization: 'acme', level: 'project', project: at })
  expect((await of('owner')).map(({ key, level }) => [key, level])).toEqual(
    ['viewer', 'editor', 'admin', 'owner'].map((key) => [key, 'project']),
  )
  const offered = async (part: Part, at?: ProjectId) =>
    (await of(part, at)).filter((role) => role.offered).map((role) => role.key)
  expect(await offered('admin')).toEqual(['viewer', 'editor', 'admin'])
  await giveInProject(home, project, 'member', 'editor')
  expect(await offered('member')).toEqual([])
  expect(await offered('member', project)).toEqual(['viewer', 'editor'])
})

test('D29 a role is offered only to those who hold all of it, and says why not in the words of the command', async () => {
  const offered = async (part: Part) =>
    (await listed(part)).filter((role) => role.offered).map((role) => role.name)
  expect(await offered('owner')).toEqual(['Auditor', 'Viewer', 'Member', 'Admin', 'Owner'])
  expect(await offered('admin')).toEqual(['Auditor', 'Viewer', 'Member', 'Admin'])
  expect(await offered('member')).toEqual(['Viewer', 'Member'])
  expect(await offered('viewer')).toEqual(['Viewer'])
  expect(await offered('auditor')).toEqual(['Auditor'])
  const owner = (await listed('admin')).at(-1)
  expect(owner?.refusal).toBe(
    'You cannot give or take away more than you hold yourself. Ask an owner of the organization.',
  )
})

test('D2 under the policy owners only, an admin role manages nobody', async () => {
  await home.as('owner').organizations.update({ organization: 'acme', policies: { managedBy: 'owners' } })
  const admin = (await listed('owner')).find((role) => role.key === 'admin')
  expect(admin?.permissions).not.toContain('members.update')
  expect(admin?.permissions).toContain('organization.update')
})

test('roles of projects and ended ones are not listed', async () => {
  await home.deps.writer.run((tx) =>
    tx.updateTable('role').set({ until: home.now() }).where('id', '=', home.roles.viewer).execute(),
  )
  expect((await listed('owner')).map((role) => role.name)).toEqual(['Auditor', 'Member', 'Admin', 'Owner'])
})

test('the members of a role are what is kept, and that is what there is to count', async () => {
  const { acme, deps, people, roles } = home
  await home.as('owner').members.remove({ organization: 'acme', members: [people.viewer.member ?? ''] })
  const held = await deps.reader
    .selectFrom('assignment')
    .select(['role_id', ({ fn }) => fn.countAll<number>().as('members')])
    .where('organization_id', '=', acme)
    .where('member_id', 'is not', null)
    .where('until', 'is', null)
    .groupBy('role_id')
    .execute()
  const listedRoles = (await listed('owner')).filter((role) => role.members > 0)
  expect(new Map(listedRoles.map((role) => [role.id, role.members]))).toEqual(
    new Map(held.map((row) => [row.role_id, row.members])),
  )
  expect(listedRoles.some((role) => role.id === roles.viewer)).toBe(false)
})
