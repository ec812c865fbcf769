import type { GroupId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

const organization = 'acme'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const trail = async () => {
  const { items } = await home.as('owner').audit.list({ organization, pageSize: 10 })
  return items.map(({ action, target, facts }) => ({ action, target: target?.id, facts }))
}
const codes = (outcomes: readonly { ok: boolean; refusal?: { code: string } }[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : (one.refusal?.code ?? '')))

test('I17 a group is created, described, renamed and deleted, each with its entry', async () => {
  const owner = home.as('owner')
  const { group } = await owner.groups.create({
    organization,
    name: ' Platform  team ',
    description: 'Runs it',
  })
  expect(await owner.groups.get({ organization, group })).toMatchObject({
    name: 'Platform team',
    description: 'Runs it',
    members: 0,
    groups: 0,
    projects: 0,
    createdBy: { user: home.people.owner.id },
  })
  await owner.groups.update({ organization, group, name: 'Platform', description: '' })
  await owner.groups.update({ organization, group, name: 'Platform' })
  expect(await refused(owner.groups.delete({ organization, group, confirm: 'Platform team' }))).toMatchObject(
    {
      code: 'changed-meanwhile',
    },
  )
  await owner.groups.delete({ organization, group, confirm: 'Platform' })
  expect(await refused(owner.groups.get({ organization, group }))).toMatchObject({ code: 'not-found' })
  expect(await trail()).toEqual([
    { action: 'group.deleted', target: group, facts: { group, members: 0, groups: 0 } },
    { action: 'group.updated', target: group, facts: { group, field: 'description' } },
    {
      action: 'group.updated',
      target: group,
      facts: { group, field: 'name', before: 'Platform team', after: 'Platform' },
    },
    { action: 'group.created', target: group, facts: { group } },
  ])
})

test('two groups are not called the same, and the name of a deleted one is free again', async () => {
  const owner = home.as('owner')
  const { group } = await owner.groups.create({ organization, name: 'Platform' })
  const other = await owner.groups.create({ organization, name: 'Support' })
  expect(await refused(owner.groups.create({ organization, name: 'PLATFORM' }))).toMatchObject({
    code: 'name-taken',
    facts: { field: 'name' },
  })
  expect(
    await refused(owner.groups.update({ organization, group: other.group, name: 'platform' })),
  ).toMatchObject({ code: 'name-taken' })
  await owner.groups.update({ organization, group, name: 'PLATFORM' })
  await owner.groups.delete({ organization, group })
  await owner.groups.update({ organization, group: other.group, name: 'platform' })
})

test('I10 people are put into a group and taken out again, with an outcome and an entry for each', async () => {
  const owner = home.as('owner')
  const { group } = await owner.groups.create({ organization, name: 'Platform' })
  const [admin, member, removed] = [
    memberOf(home, 'admin'),
    memberOf(home, 'member'),
    memberOf(home, 'removed'),
  ]
  const added = await owner.groups.addMembers({
    organization,
    group,
    members: [admin, removed, member, admin],
  })
  expect(codes(added)).toEqual(['ok', 'not-found', 'ok', 'already-in-group'])
  expect(codes(await owner.groups.addMembers({ organization, group, members: [member] }))).toEqual([
    'already-in-group',
  ])
  const { items, total } = await owner.groups.members({ organization, group })
  expect(total).toBe(2)
  expect(items.map(({ name, manager, through, by }) => [name, manager, through, by?.user])).toEqual([
    ['The admin', false, null, home.people.owner.id],
    ['The member', false, null, home.people.owner.id],
  ])
  const out = await owner.groups.removeMembers({ organization, group, members: [member, member] })
  expect(codes(out)).toEqual(['ok', 'not-found'])
  expect((await owner.groups.get({ organization, group })).members).toBe(1)
  const [first, second] = await trail()
  expect(first).toMatchObject({
    action: 'group.member-removed',
    target: home.people.member.id,
    facts: { group, member },
  })
  expect(second).toMatchObject({ action: 'group.member-added', facts: { group, member } })
  expect(second?.facts.place).toBe(first?.facts.place)
})

test('I10 I14 whoever leaves the organization is in none of its groups', async () => {
  const owner = home.as('owner')
  const group = await addGroup(home, 'Platform')
  await putInto(home, group, 'member')
  await owner.members.remove({ organization, members: [memberOf(home, 'member')] })
  expect(await owner.groups.members({ organization, group })).toMatchObject({ items: [], total: 0 })
})

test('I10 a manager of a group changes its members and nothing else of it', async () => {
  const group = await addGroup(home, 'Platform')
  const other = await addGroup(home, 'Support')
  await putInto(home, group, 'member')
  const manager = home.as('member')
  const [admin, viewer] = [memberOf(home, 'admin'), memberOf(home, 'viewer')]
  const before = await manager.groups.get({ organization, group })
  expect(before).toMatchObject({ manages: false, refusal: expect.stringContaining('does not allow') })
  expect(await refused(manager.groups.addMembers({ organization, group, members: [viewer] }))).toMatchObject({
    code: 'not-permitted',
  })

  await home
    .as('owner')
    .groups.setManager({ organization, group, member: memberOf(home, 'member'), manager: true })
  expect(await manager.groups.get({ organization, group })).toMatchObject({
    manages: true,
    refusal: null,
    members: 1,
    managers: [{ user: home.people.member.id }],
  })
  expect(codes(await manager.groups.addMembers({ organization, group, members: [viewer, admin] }))).toEqual([
    'ok',
    'ok',
  ])
  expect(codes(await manager.groups.removeMembers({ organization, group, members: [admin] }))).toEqual(['ok'])
  for (const act of [
    () => manager.groups.update({ organization, group, name: 'Mine' }),
    () => manager.groups.delete({ organization, group }),
    () => manager.groups.setManager({ organization, group, member: viewer, manager: true }),
    () => manager.groups.nest({ organization, group, child: other }),
    () => manager.groups.addMembers({ organization, group: other, members: [viewer] }),
  ]) {
    expect(await refused(act())).toMatchObject({ code: 'not-permitted' })
  }
  const [entry] = (await trail()).filter(({ action }) => action === 'group.member-changed')
  expect(entry?.facts).toMatchObject({ group, field: 'manager', before: false, after: true })
})

test('I10 groups are put into groups, never in a circle', async () => {
  const owner = home.as('owner')
  const [company, engineering, backend] = [
    await addGroup(home, 'Company'),
    await addGroup(home, 'Engineering'),
    await addGroup(home, 'Backend'),
  ]
  await owner.groups.nest({ organization, group: company, child: engineering })
  await owner.groups.nest({ organization, group: engineering, child: backend })
  const nest = (group: GroupId, child: GroupId) =>
    refused(owner.groups.nest({ organization, group, child })).then(({ code }) => code)
  expect(await nest(backend, company)).toBe('group-cycle')
  expect(await nest(backend, backend)).toBe('group-cycle')
  expect(await nest(engineering, company)).toBe('group-cycle')
  expect(await nest(company, engineering)).toBe('already-in-group')
  expect(await owner.groups.children({ organization, group: company })).toMatchObject([
    { id: engineering, groups: 1 },
  ])
  const { inside, around } = await owner.groups.get({ organization, group: backend })
  expect(inside.map(({ name }) => name)).toEqual(['Engineering'])
  expect(around.map(({ name, way }) => [name, way.map((one) => one.name)])).toEqual([
    ['Engineering', ['Engineering']],
    ['Company', ['Engineering', 'Company']],
  ])
  await owner.groups.unnest({ organization, group: company, child: engineering })
  await owner.groups.unnest({ organization, group: company, child: engineering })
  await owner.groups.nest({ organization, group: backend, child: company })
  expect((await trail()).map(({ action, target }) => [action, target])).toEqual([
    ['group.member-added', company],
    ['group.member-removed', engineering],
    ['group.member-added', backend],
    ['group.member-added', engineering],
  ])
})

test('I10 where a group gives access: its own roles and those of the groups around it, each with why', async () => {
  const owner = home.as('owner')
  const [company, backend] = [await addGroup(home, 'Company'), await addGroup(home, 'Backend')]
  await putInto(home, company, { child: backend })
  await putInto(home, backend, 'member')
  const apollo = await addProject(home, 'Apollo', { visibility: 'organization' })
  const secret = await addProject(home, 'Secret')
  const hermes = await addProject(home, 'Hermes')
  const own = await giveInProject(home, apollo, { group: backend }, 'editor')
  const inherited = await giveInProject(home, apollo, { group: company }, 'viewer')
  await giveInProject(home, secret, { group: company }, 'viewer', home.now() + 1_000)
  await giveInProject(home, hermes, { group: company }, 'viewer', home.now() + 10)
  home.advance(10)
  const later = home.as('owner')
  const access = await later.groups.access({ organization, group: backend })
  expect(
    access.items.map(({ project, role, through, assignment, expiresAt }) => [
      project?.name,
      role.key,
      through?.name,
      expiresAt === null ? assignment : 'for a time',
    ]),
  ).toEqual([
    ['Apollo', 'editor', undefined, own],
    ['Apollo', 'viewer', 'Company', inherited],
    ['Secret', 'viewer', 'Company', 'for a time'],
  ])
  expect(access.hidden).toBe(0)
  expect((await later.groups.access({ organization, group: company })).items).toHaveLength(2)
  expect((await home.as('member').groups.access({ organization, group: backend })).items).toHaveLength(3)
  await owner.groups.removeMembers({ organization, group: backend, members: [memberOf(home, 'member')] })
  const outside = await home.as('member').groups.access({ organization, group: backend })
  expect(outside.items.map(({ project }) => project?.name)).toEqual(['Apollo', 'Apollo'])
  expect(outside.hidden).toBe(1)
})

test('I10 who loses what is known before people are taken out, a group is, or it is deleted', async () => {
  const owner = home.as('owner')
  const [company, backend] = [await addGroup(home, 'Company'), await addGroup(home, 'Backend')]
  await putInto(home, company, { child: backend })
  await putInto(home, backend, 'member')
  await putInto(home, backend, 'viewer')
  const apollo = await addProject(home, 'Apollo')
  await giveInProject(home, apollo, { group: company }, 'editor')
  await giveInProject(home, apollo, 'viewer', 'viewer')
  const say = async (of: { members?: ReturnType<typeof memberOf>[]; child?: GroupId }, group: GroupId) => {
    const { items, people, refusal } = await owner.groups.losses({ organization, group, ...of })
    expect(refusal).toBeNull()
    return [
      people,
      ...items.map(({ name, losses }) => [
        name,
        ...losses.map(({ project, roles, keeps }) => [project?.name, roles[0]?.key, keeps?.key]),
      ]),
    ]
  }
  const lost = [
    ['The member', ['Apollo', 'editor', undefined]],
    ['The viewer', ['Apollo', 'editor', 'viewer']],
  ]
  expect(await say({ members: [memberOf(home, 'member')] }, backend)).toEqual([1, lost[0]])
  expect(await say({ child: backend }, company)).toEqual([2, ...lost])
  expect(await say({}, company)).toEqual([2, ...lost])
  expect(await say({}, backend)).toEqual([2, ...lost])
  await putInto(home, company, 'member')
  expect(await say({}, backend)).toEqual([2, ['The member'], lost[1]])
  await giveInProject(home, apollo, { group: backend }, 'editor')
  expect(await say({ child: backend }, company)).toEqual([2, ['The member'], ['The viewer']])
})
