import { DAY, type ProjectId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole, putInto } from '../../testing/places.ts'
import { plansOf } from '../../testing/plans.ts'
import { undoneBy } from './entry.ts'

const acme = { organization: 'acme' }
let home: House
let apollo: ProjectId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
})
afterEach(() => home.close())

const owner = () => home.as('owner')
const undo = async (as: Part = 'owner') => {
  const { sequence } = await home.deps.reader
    .selectFrom('audit_entry')
    .select('sequence')
    .where('chain', '=', home.acme)
    .where('action', 'in', [
      'assignment.ended',
      'assignment.given',
      'assignment.changed',
      'group.member-removed',
      'member.removed',
      'member.offboarded',
    ])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const [outcome] = await home.as(as).audit.undo({ ...acme, entries: [sequence] })
  return outcome?.ok ? 'undone' : outcome?.refusal.code
}
const assign = async (
  subject: { member: ReturnType<typeof memberOf> },
  role: string | null,
  reason?: string,
) =>
  owner().assignments.assign({
    ...acme,
    changes: [{ subject, project: apollo, role, ...(reason && { reason }) }],
  })
const inApollo = async (part: Part) => {
  const { scopes } = await owner().assignments.effective({
    ...acme,
    member: memberOf(home, part),
    project: apollo,
  })
  return scopes[0]?.permissions.map(({ permission }) => permission) ?? []
}

test('A13 nobody makes lasting by undoing what they hold through a group for a time', async () => {
  const member = memberOf(home, 'member')
  await giveInProject(home, apollo, 'member', 'admin')
  await assign({ member }, null)
  const group = await addGroup(home, 'On call')
  await giveInProject(home, apollo, { group }, 'admin', home.now() + DAY)
  await putInto(home, group, 'member')
  expect(await undo('member')).toBe('beyond-your-own')
  // Somebody who holds it for good may.
  expect(await undo('owner')).toBe('undone')
})

test('A13 nor by undoing that their group was taken out of another one', async () => {
  const role = await owner().roles.create({
    ...{ ...acme, level: 'organization', name: 'Groups' },
    permissions: ['organization.read', 'groups.read', 'groups.manage'],
  })
  await owner().members.changeRoles({ ...acme, members: [memberOf(home, 'member')], role: role.role })
  const [outer, inner] = [await addGroup(home, 'Outer'), await addGroup(home, 'Inner')]
  await giveInProject(home, apollo, { group: outer }, 'viewer')
  await putInto(home, inner, 'member')
  await putInto(home, outer, { child: inner })
  await owner().groups.unnest({ ...acme, group: outer, child: inner })
  await giveInProject(home, apollo, 'member', 'viewer', home.now() + DAY)
  await expect(home.as('member').groups.nest({ ...acme, group: outer, child: inner })).rejects.toThrow(
    'more than you hold',
  )
  expect(await undo('member')).toBe('beyond-your-own')
})

test('D24 what needs a reason by now is not given again without one', async () => {
  const member = memberOf(home, 'member')
  await giveInProject(home, apollo, 'member', 'admin')
  await assign({ member }, null)
  await owner().organizations.update({ ...acme, policies: { requireReason: true } })
  expect(await undo()).toBe('reason-required')
  await assign({ member }, await projectRole(home, home.acme, 'admin'), 'On call')
  await assign({ member }, null)
  expect(await undo()).toBe('undone')
})

test('D24 nor does somebody come back as an admin without one, and the reason they had stays', async () => {
  await owner().members.remove({ ...acme, members: [memberOf(home, 'admin')] })
  await owner().organizations.update({ ...acme, policies: { requireReason: true } })
  expect(await undo()).toBe('reason-required')
})

test('a project that was archived since stays as it is', async () => {
  const member = memberOf(home, 'member')
  await assign({ member }, await projectRole(home, home.acme, 'viewer'))
  await owner().projects.archive({ ...acme, project: apollo })
  expect(await undo()).toBe('project-archived')
  await owner().projects.restore({ ...acme, project: apollo })
  await assign({ member }, null)
  home.advance(1)
  await owner().projects.archive({ ...acme, project: apollo })
  expect(await undo()).toBe('project-archived')
})

test('whoever comes back gets nothing in a project that was archived since', async () => {
  const gemini = await addProject(home, 'Gemini')
  await giveInProject(home, apollo, 'member', 'viewer')
  await giveInProject(home, gemini, 'member', 'viewer')
  await owner().projects.archive({ ...acme, project: gemini })
  home.advance(1)
  await owner().members.remove({ ...acme, members: [memberOf(home, 'member')] })
  home.advance(1)
  await owner().projects.archive({ ...acme, project: apollo })
  expect(await undo()).toBe('undone')
  const [back] = (await owner().members.list({ ...acme, search: 'the member' })).items
  const { because } = await owner().assignments.effective({ ...acme, member: back?.member ?? 'mem_0' })
  expect(because.flatMap(({ project }) => project?.name ?? [])).toEqual(['Gemini'])
})

test('the role that took the place of one that is gone is not taken away for nothing', async () => {
  const { role } = await owner().roles.create({
    ...{ ...acme, level: 'project', name: 'Reader', permissions: ['project.read'] },
  })
  await assign({ member: memberOf(home, 'member') }, role)
  await owner().roles.delete({ ...acme, role, replaceWith: await projectRole(home, home.acme, 'viewer') })
  expect(await undo()).toBe('undo-not-possible')
  expect(await inApollo('member')).toContain('project.content.read')
})

test('somebody who came back and left by themself is not fetched back', async () => {
  await owner().members.remove({ ...acme, members: [memberOf(home, 'member')] })
  await owner().invitations.send({ ...acme, recipients: [home.people.member.email] })
  const [mine] = (await home.as('member').invitations.mine({})).open
  await home.as('member').invitations.accept({ invitation: mine?.id ?? '' })
  await home.as('member').members.leave(acme)
  expect(await undo()).toBe('changed-meanwhile')
})

test('whether an entry was undone is found along an index, however many were', async () => {
  const plans = await plansOf(home.deps.reader, (db) => undoneBy(db, home.acme, { id: 'aud_0' }, 1))
  expect(plans.flatMap(({ steps }) => steps)).toEqual([expect.stringContaining('INDEX audit_undoing')])
})
