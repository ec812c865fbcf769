import type { ProjectId, ProjectRoleKey } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lastEntry, roleOf, untouched } from '../members/testing.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addProject, giveInProject, memberOf, projectRole } from '../testing/places.ts'

let home: House
let apollo: ProjectId
let gemini: ProjectId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
  gemini = await addProject(home, 'Gemini')
})
afterEach(() => home.close())

const acme = { organization: 'acme' }

async function assign(by: Part, who: Part, project: ProjectId, key: ProjectRoleKey | null) {
  const role = key && (await projectRole(home, home.acme, key))
  const [outcome] = await home
    .as(by)
    .assignments.assign({ ...acme, changes: [{ subject: { member: memberOf(home, who) }, project, role }] })
  return outcome?.ok ? 'done' : outcome?.refusal.code
}

async function rolesOf(who: Part) {
  const { items } = await home.as(who).projects.list({ ...acme, mine: true })
  return Object.fromEntries(items.map((one) => [one.name, one.myRole?.key]))
}

test('C3 C9 I12 a member is given a role in a project, and changing it changes that project only', async () => {
  expect(await assign('admin', 'member', apollo, 'viewer')).toBe('done')
  expect(await assign('admin', 'member', gemini, 'editor')).toBe('done')
  expect(await rolesOf('member')).toEqual({ Apollo: 'viewer', Gemini: 'editor' })
  expect(await assign('admin', 'member', apollo, 'admin')).toBe('done')
  expect(await lastEntry(home)).toMatchObject({
    action: 'assignment.changed',
    target: { kind: 'user', id: home.people.member.id },
    facts: { project: apollo, from_name: 'Viewer', to_name: 'Admin' },
  })
  expect(await rolesOf('member')).toEqual({ Apollo: 'admin', Gemini: 'editor' })
  expect(await roleOf(home, 'member')).toBe('member')
})

test('C11 I15 taken out of a project, somebody stays in the organization and in its other projects', async () => {
  await giveInProject(home, apollo, 'member', 'editor')
  await giveInProject(home, gemini, 'member', 'viewer')
  expect(await assign('admin', 'member', apollo, null)).toBe('done')
  expect(await rolesOf('member')).toEqual({ Gemini: 'viewer' })
  expect(await roleOf(home, 'member')).toBe('member')
  const left = await home.as('owner').projects.members({ ...acme, project: apollo })
  expect(left).toMatchObject({ items: [], total: 0 })
})

test('C4 somebody who has left is no candidate for a project: they must be a member first', async () => {
  const gone = memberOf(home, 'viewer')
  await home.as('owner').members.remove({ ...acme, members: [gone] })
  const role = await projectRole(home, home.acme, 'viewer')
  const changes = [{ subject: { member: gone }, project: apollo, role }]
  const outcomes = await untouched(home, () => home.as('owner').assignments.assign({ ...acme, changes }))
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

test('D25 owner, admin, editor and viewer of a project may do what their names say, there and nowhere else', async () => {
  const may = async (key: ProjectRoleKey) => {
    await assign('owner', 'viewer', apollo, key)
    const { permissions } = await home.as('viewer').projects.get({ ...acme, project: apollo })
    return permissions.map((permission) => permission.replace('project.', ''))
  }
  const viewer = ['read', 'members.read', 'content.read']
  const editor = [...viewer, 'content.edit', 'jobs.run', 'connections.manage']
  expect((await may('viewer')).sort()).toEqual([...viewer].sort())
  expect((await may('editor')).sort()).toEqual([...editor].sort())
  expect((await may('admin')).sort()).toEqual([...editor, 'update', 'members.manage'].sort())
  expect((await may('owner')).sort()).toEqual(
    [...editor, 'update', 'members.manage', 'delete', 'transfer'].sort(),
  )
  expect((await home.as('viewer').projects.list(acme)).items.map((one) => one.name)).toEqual(['Apollo'])
})

test('D26 O8 a member has the projects given to them and manages neither people nor the organization', async () => {
  await giveInProject(home, apollo, 'member', 'editor')
  expect(await assign('member', 'viewer', apollo, 'viewer')).toBe('not-permitted')
  expect(await assign('member', 'member', gemini, 'viewer')).toBe('not-found')
  const { permissions } = await home.as('member').organizations.get(acme)
  // Keys that act for oneself, and allow no more, are nobody else's business.
  expect(permissions.filter((one) => /manage|update|remove|create|send/.test(one))).toEqual(['keys.create'])
})
