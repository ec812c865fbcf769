import type { GroupId, MemberId, Permission, RoleId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../testing/house.ts'
import { plansOf } from '../testing/plans.ts'
import { authorize, standingOf } from './access.ts'
import { namesOf } from './names.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const actor = (part: Part) => ({ kind: 'user' as const, id: home.people[part].id })
const call = (part: Part) => ({ actor: actor(part), now: home.now(), activity: home.deps.activity })
const may = (part: Part, permission: Permission, organization = 'acme') =>
  authorize(home.deps.reader, call(part), { permission, organization, project: null }).then(
    (standing) => standing.allowedBy.via ?? 'directly',
    (refusal: { code?: string }) => refusal.code,
  )
const member = (part: Part): MemberId => {
  const { member: id } = home.people[part]
  if (!id) throw new Error(`${part} is no member`)
  return id
}
const inAcme = () => ({ organization_id: home.acme, since: home.now(), until: null })

async function addGroup(name: string): Promise<GroupId> {
  const id = home.deps.newId('grp')
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('group')
      .values({ id, ...namesOf(name), ...inAcme() })
      .execute(),
  )
  return id
}

async function putInto(group: GroupId, what: { member: MemberId } | { child: GroupId }): Promise<string> {
  const id = home.deps.newId('gme')
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('group_member')
      .values({
        id,
        group_id: group,
        member_id: 'member' in what ? what.member : null,
        child_group_id: 'child' in what ? what.child : null,
        given_by: null,
        ended_by: null,
        ...inAcme(),
      })
      .execute(),
  )
  return id
}

async function give(
  subject: { group: GroupId } | { member: MemberId; project: true },
  role: RoleId,
  expiresAt: number | null = null,
) {
  const { deps } = home
  const project = 'project' in subject ? deps.newId('prj') : null
  await deps.writer.run(async (tx) => {
    if (project)
      await tx
        .insertInto('project')
        .values({ id: project, ...namesOf('Apollo'), ...inAcme() })
        .execute()
    await tx
      .insertInto('assignment')
      .values({
        id: deps.newId('asg'),
        member_id: 'member' in subject ? subject.member : null,
        group_id: 'group' in subject ? subject.group : null,
        invitation_id: null,
        role_id: role,
        project_id: project,
        expires_at: expiresAt,
        given_by: null,
        ended_by: null,
        reason: null,
        ...inAcme(),
      })
      .execute()
  })
}

test('what somebody may do comes from their role, and whoever is not in it finds nothing', async () => {
  expect(await may('admin', 'members.update')).toBe('directly')
  expect(await may('member', 'members.update')).toBe('not-permitted')
  expect(await may('removed', 'members.read')).toBe('not-found')
  expect(await may('outsider', 'members.read')).toBe('not-found')
  expect(await may('outsider', 'members.read', home.acme)).toBe('not-found')
  expect(await may('owner', 'members.read', 'globex')).toBe('not-found')
  expect(await may('owner', 'members.read', '')).toBe('not-found')
})

test('I10 a role given to a group holds for those in it, through nested groups too, and says through which', async () => {
  const outer = await addGroup('Everybody')
  const middle = await addGroup('Engineering')
  const inner = await addGroup('Platform')
  await putInto(outer, { child: middle })
  await putInto(middle, { child: inner })
  const membership = await putInto(inner, { member: member('viewer') })
  expect(await may('viewer', 'members.update')).toBe('not-permitted')
  await give({ group: outer }, home.roles.admin)
  expect(await may('viewer', 'members.update')).toBe(outer)
  expect(await may('member', 'members.update')).toBe('not-permitted')

  await home.deps.writer.run((tx) =>
    tx.updateTable('group_member').set({ until: home.now() }).where('child_group_id', '=', inner).execute(),
  )
  expect(await may('viewer', 'members.update')).toBe('not-permitted')
  await putInto(outer, { child: inner })
  expect(await may('viewer', 'members.update')).toBe(outer)
  await home.deps.writer.run((tx) =>
    tx.updateTable('group_member').set({ until: home.now() }).where('group_id', '=', inner).execute(),
  )
  expect(membership).toMatch(/^gme_/)
  expect(await may('viewer', 'members.update')).toBe('not-permitted')
})

test('groups that contain each other by some accident end the question, not the process', async () => {
  const one = await addGroup('One')
  const two = await addGroup('Two')
  await putInto(one, { child: two })
  await putInto(two, { child: one })
  await putInto(two, { member: member('viewer') })
  await give({ group: one }, home.roles.admin)
  expect(await may('viewer', 'members.update')).toBe(one)
})

test('a role with an end is over at that very moment, with no sweep', async () => {
  const group = await addGroup('Auditors of May')
  await putInto(group, { member: member('viewer') })
  await give({ group }, home.roles.admin, home.now() + 1_000)
  home.advance(999)
  expect(await may('viewer', 'members.update')).toBe(group)
  home.advance(1)
  expect(await may('viewer', 'members.update')).toBe('not-permitted')
})

test('A22 what came through a group ends with the membership', async () => {
  const group = await addGroup('Leads')
  await putInto(group, { member: member('viewer') })
  await give({ group }, home.roles.admin)
  await home.as('owner').members.remove({ organization: 'acme', members: [member('viewer')] })
  expect(await may('viewer', 'organization.read')).toBe('not-found')
  const open = await home.deps.reader
    .selectFrom('group_member')
    .select('id')
    .where('member_id', '=', member('viewer'))
    .where('until', 'is', null)
    .execute()
  expect(open).toEqual([])
})

test('what is held at a project says nothing about the organization', async () => {
  const owner = await home.deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('level', '=', 'project')
    .where('key', '=', 'owner')
    .executeTakeFirstOrThrow()
  await give({ member: member('viewer'), project: true }, owner.id)
  const { held } = await standingOf(home.deps.reader, actor('viewer'), 'acme', home.now())
  expect(held).toHaveLength(2)
  expect(await may('viewer', 'members.update')).toBe('not-permitted')
})

test('D2 A20 a policy and a change of role hold from the next call on', async () => {
  expect(await may('admin', 'invitations.send')).toBe('directly')
  await home.as('owner').organizations.update({ organization: 'acme', policies: { managedBy: 'owners' } })
  expect(await may('admin', 'invitations.send')).toBe('not-permitted')
  expect(await may('owner', 'invitations.send')).toBe('directly')
  await home.as('owner').members.changeRoles({
    organization: 'acme',
    members: [member('admin')],
    role: home.roles.owner,
  })
  expect(await may('admin', 'invitations.send')).toBe('directly')
})

test('a permission is found by index, however many members, groups and roles there are', async () => {
  const plans = await plansOf(home.deps.reader, (db) =>
    authorize(db, call('admin'), { permission: 'members.update', organization: 'acme', project: null }),
  )
  const steps = plans.flatMap((plan) => plan.steps)
  expect(
    steps.filter((step) => /SCAN (?!through)|AUTOMATIC|B-TREE|\(organization_id=\?\)$/.test(step)),
  ).toEqual([])
  expect(steps).toContain('SEARCH a USING INDEX assignment_of_group (organization_id=? AND group_id=?)')
})
