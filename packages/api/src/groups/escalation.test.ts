import {
  effectivePermissions,
  expand,
  type GroupEdge,
  type GroupId,
  type MemberId,
  type Permission,
  type ProjectId,
} from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { standingOf } from '../platform/access.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

const organization = 'acme'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

/** Lets a built-in role of the cast manage groups and nothing else beyond it. */
async function letManageGroups(part: Part): Promise<void> {
  const id = home.deps.newId('rol')
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('role')
      .values({
        id,
        organization_id: home.acme,
        level: 'organization',
        key: null,
        name: `Keeper ${part}`,
        permissions: JSON.stringify(['organization.read', 'members.read', 'groups.read', 'groups.manage']),
        created_at: home.now(),
        until: null,
      })
      .execute(),
  )
  await home.as('owner').members.changeRoles({ organization, members: [memberOf(home, part)], role: id })
}

const codes = (outcomes: readonly { ok: boolean; refusal?: { code: string } }[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : (one.refusal?.code ?? '')))

test('A13 A18 who manages groups gives nobody, and takes from nobody, what they do not hold', async () => {
  await letManageGroups('member')
  const keeper = home.as('member')
  const [powerful, powerless] = [await addGroup(home, 'Powerful'), await addGroup(home, 'Powerless')]
  const apollo = await addProject(home, 'Apollo')
  await giveInProject(home, apollo, { group: powerful }, 'admin')
  await putInto(home, powerful, 'auditor')
  const viewer = memberOf(home, 'viewer')
  const add = (group: GroupId, member: MemberId) =>
    keeper.groups.addMembers({ organization, group, members: [member] }).then(codes)
  expect(await add(powerful, viewer)).toEqual(['beyond-your-own'])
  expect(await add(powerful, memberOf(home, 'member'))).toEqual(['beyond-your-own'])
  expect(await add(powerless, viewer)).toEqual(['ok'])
  expect(
    codes(
      await keeper.groups.removeMembers({
        organization,
        group: powerful,
        members: [memberOf(home, 'auditor')],
      }),
    ),
  ).toEqual(['beyond-your-own'])
  for (const act of [
    () => keeper.groups.nest({ organization, group: powerful, child: powerless }),
    () =>
      keeper.groups.setManager({
        organization,
        group: powerful,
        member: memberOf(home, 'auditor'),
        manager: true,
      }),
    () => keeper.groups.delete({ organization, group: powerful }),
  ]) {
    expect(await refused(act())).toMatchObject({ code: 'beyond-your-own' })
  }
  await keeper.groups.nest({ organization, group: powerless, child: powerful })
  // From here on it is the other way round: who is put into the outer group gains nothing.
  expect(await add(powerless, memberOf(home, 'admin'))).toEqual(['ok'])
  expect((await keeper.groups.losses({ organization, group: powerful })).refusal).toMatchObject({
    code: 'beyond-your-own',
  })
})

test('A15 nobody makes their own for good what they hold for a time or through another group', async () => {
  await letManageGroups('member')
  const keeper = home.as('member')
  const own = memberOf(home, 'member')
  const apollo = await addProject(home, 'Apollo')
  const [team, lasting, empty] = [
    await addGroup(home, 'Team'),
    await addGroup(home, 'Lasting'),
    await addGroup(home, 'Empty'),
  ]
  await giveInProject(home, apollo, { group: lasting }, 'editor')
  await giveInProject(home, apollo, 'member', 'editor', home.now() + 1_000)
  await putInto(home, empty, 'member')
  const added = await keeper.groups.addMembers({
    organization,
    group: lasting,
    members: [own, memberOf(home, 'viewer')],
  })
  expect(codes(added)).toEqual(['beyond-your-own', 'ok'])
  expect(await refused(keeper.groups.nest({ organization, group: lasting, child: empty }))).toMatchObject({
    code: 'beyond-your-own',
  })
  await keeper.groups.nest({ organization, group: lasting, child: team })
})

const PERMISSION_SETS = {
  viewer: ['project.read'],
  editor: ['project.content.edit'],
  admin: ['project.members.manage'],
} as const

test('A13 I10 random group changes: never a ring, access as an oracle says, nobody above the one who acted', async () => {
  const CAST = ['owner', 'admin', 'member', 'viewer', 'auditor'] as const
  await letManageGroups('member')
  await letManageGroups('viewer')
  const groups: GroupId[] = []
  const projects: ProjectId[] = []
  const gives = new Map<GroupId, { project: ProjectId; key: 'viewer' | 'editor' | 'admin' }[]>()
  for (const name of ['One', 'Two']) projects.push(await addProject(home, name))
  for (const name of ['A', 'B', 'C', 'D', 'E']) groups.push(await addGroup(home, name))
  const keys = ['viewer', 'editor', 'admin'] as const
  for (const [index, group] of groups.entries()) {
    const project = projects[index % 2]
    const key = keys[index % 3]
    if (!project || !key || index === 4) continue
    await giveInProject(home, project, { group }, key)
    gives.set(group, [{ project, key }])
  }
  const [one = 'prj_', two = 'prj_'] = projects
  await giveInProject(home, one, 'member', 'admin')
  await giveInProject(home, two, 'viewer', 'editor')

  const places = new Map<Part, Set<GroupId>>(CAST.map((part) => [part, new Set()]))
  const edges: GroupEdge[] = []
  const allowed = async (part: Part): Promise<ReadonlySet<string>> => {
    const actor = { kind: 'user', id: home.people[part].id } as const
    const { held } = await standingOf(home.deps.reader, actor, organization, home.now())
    return new Set(
      [...projects, undefined].flatMap((project) =>
        [...effectivePermissions(held, project).keys()].map((one: Permission) => `${one} at ${project}`),
      ),
    )
  }
  const everybody = async () =>
    new Map(await Promise.all(CAST.map(async (part) => [part, await allowed(part)] as const)))
  const group = fc.nat({ max: groups.length - 1 })
  const part = fc.constantFrom(...CAST)
  const change = fc.record({
    kind: fc.constantFrom('add', 'add', 'remove', 'nest', 'nest', 'unnest'),
    actor: fc.constantFrom('owner', 'member', 'viewer'),
    who: part,
    group,
    child: group,
  })
  let before = await everybody()
  const sample = fc.sample(change, { numRuns: 150, seed: 1815 })
  let accepted = 0
  for (const { kind, actor, who, ...at } of sample) {
    const [into, child] = [groups[at.group], groups[at.child]]
    if (!into || !child) continue
    const caller = home.as(actor)
    const member = memberOf(home, who)
    const ask = async (): Promise<boolean> => {
      const bulk = { organization, group: into, members: [member] }
      if (kind === 'add') return (await caller.groups.addMembers(bulk))[0]?.ok === true
      if (kind === 'remove') return (await caller.groups.removeMembers(bulk))[0]?.ok === true
      const call = kind === 'nest' ? caller.groups.nest : caller.groups.unnest
      return call({ organization, group: into, child }).then(
        () => true,
        () => false,
      )
    }
    if (!(await ask())) continue
    accepted += 1
    if (kind === 'add') places.get(who)?.add(into)
    else if (kind === 'remove') places.get(who)?.delete(into)
    else if (kind === 'nest') edges.push({ parent: into, child })
    else {
      const index = edges.findIndex((edge) => edge.parent === into && edge.child === child)
      if (index >= 0) edges.splice(index, 1)
    }
    for (const start of groups) {
      const above = edges.filter((edge) => edge.child === start).map((edge) => edge.parent)
      expect(expand(above, edges).has(start)).toBe(false)
    }
    const after = await everybody()
    for (const [person, has] of after) {
      const through = expand(places.get(person) ?? [], edges)
      for (const project of projects) {
        for (const key of keys) {
          const byGroup = [...through].some((id) =>
            gives.get(id)?.some((given) => given.project === project && atLeast(given.key, key)),
          )
          const direct =
            person === 'owner' ||
            person === 'admin' ||
            (person === 'member' && project === one) ||
            (person === 'viewer' && project === two && key !== 'admin')
          expect(has.has(`${PERMISSION_SETS[key][0]} at ${project}`)).toBe(byGroup || direct)
        }
      }
      for (const permission of has) {
        if (!before.get(person)?.has(permission)) expect(before.get(actor)?.has(permission)).toBe(true)
      }
      for (const permission of before.get(person) ?? []) {
        if (!has.has(permission)) expect(before.get(actor)?.has(permission)).toBe(true)
      }
    }
    before = after
  }
  expect(accepted).toBeGreaterThan(30)
}, 60_000)

function atLeast(one: 'viewer' | 'editor' | 'admin', other: 'viewer' | 'editor' | 'admin'): boolean {
  const order = ['viewer', 'editor', 'admin']
  return order.indexOf(one) >= order.indexOf(other)
}
