import { ALL_PERMISSIONS, effectivePermissions, type Permission, type RoleId } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, untouched } from '../members/testing.ts'
import { assignmentsOf, standingOf } from '../platform/access.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, memberOf, putInto } from '../testing/places.ts'
import { give, giveRole, newRole } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const preview = (role: RoleId, permissions: readonly Permission[]) =>
  home.as('owner').roles.changePreview({ ...acme, role, permissions: [...permissions] })

test('C10 tells beforehand who gains and loses what, and changes nothing', async () => {
  const after = ['organization.read', 'audit.read', 'members.read'] as const
  const shown = await untouched(home, () => preview(home.roles.auditor, after))
  expect(shown).toMatchObject({
    gains: ['members.read'],
    losses: ['invitations.read'],
    people: 1,
    peopleIsCapped: false,
    refusal: null,
    affected: [
      {
        username: 'the-auditor',
        member: memberOf(home, 'auditor'),
        effects: [{ project: null, gains: ['members.read'], losses: ['invitations.read'] }],
      },
    ],
  })
})

test('C10 by project, through groups in groups, without what is held for another reason', async () => {
  const role = await newRole(home, 'Builder', ['project.read', 'project.jobs.run'], 'project')
  const apollo = await addProject(home, 'Apollo')
  const outer = await addGroup(home, 'Outer')
  const inner = await addGroup(home, 'Inner')
  await putInto(home, outer, { child: inner })
  await putInto(home, inner, 'member')
  await putInto(home, inner, 'admin')
  await give(home, { group: outer }, role, apollo)
  await give(home, { member: memberOf(home, 'viewer') }, role, apollo)
  const expired = await addProject(home, 'Over')
  await give(home, { member: memberOf(home, 'auditor') }, role, expired, home.now() - 1)
  const shown = await preview(role, ['project.read', 'project.content.edit'])
  expect(shown).toMatchObject({ people: 3, groups: 1 })
  const effects = [
    { project: { name: 'Apollo' }, gains: ['project.content.edit'], losses: ['project.jobs.run'] },
  ]
  expect(shown.affected).toMatchObject([
    { username: 'the-member', effects },
    { username: 'the-viewer', effects },
  ])
  expect(shown.projects).toMatchObject([
    { project: { name: 'Apollo' }, members: 1, groups: 1 },
    { project: { name: 'Over' }, members: 1, groups: 0 },
  ])
})

test('says why not, in the words of the command', async () => {
  const heir = await newRole(home, 'Heir', ['organization.transfer'])
  const shown = await home
    .as('admin')
    .roles.changePreview({ ...acme, role: heir, permissions: ['organization.read'] })
  expect(shown.refusal?.code).toBe('beyond-your-own')
  const owner = { ...acme, role: home.roles.auditor, replaceWith: home.roles.owner }
  expect((await home.as('owner').roles.changePreview(owner)).refusal?.code).toBe('owner-by-name')
})

test('tells the same for another role in its place', async () => {
  const shown = await home
    .as('owner')
    .roles.changePreview({ ...acme, role: home.roles.auditor, replaceWith: home.roles.viewer })
  expect(shown.affected).toMatchObject([
    {
      username: 'the-auditor',
      effects: [{ gains: ['members.read', 'projects.read'], losses: ['invitations.read', 'audit.read'] }],
    },
  ])
})

test('D29 no accepted change gives anybody what its maker does not hold, and each does what was shown', async () => {
  const apollo = await addProject(home, 'Apollo')
  const keeps = [
    'organization.read',
    'roles.manage',
    'members.read',
    'audit.read',
    'project.read',
    'project.update',
  ] satisfies Permission[]
  const own = await newRole(home, 'Keeper', keeps)
  const some = await newRole(home, 'Some', ['members.read', 'audit.read'])
  const here = await newRole(home, 'Here', ['project.read', 'project.update'], 'project')
  await giveRole(home, 'auditor', own)
  await giveRole(home, 'viewer', some)
  await give(home, { member: memberOf(home, 'viewer') }, here, apollo)
  await give(home, { member: memberOf(home, 'member') }, here, apollo)
  const holdings = async (part: 'viewer' | 'member' | 'auditor') => {
    const { reader } = home.deps
    const { organization } = await standingOf(
      reader,
      { kind: 'user', id: home.people.owner.id },
      'acme',
      home.now(),
    )
    const held = await assignmentsOf(reader, organization, memberOf(home, part), home.now())
    return new Set(
      [undefined, apollo].flatMap((place) =>
        [...effectivePermissions(held, place).keys()].map((name) => `${place ?? 'organization'} ${name}`),
      ),
    )
  }
  const OWN = [...(await holdings('auditor'))].map((text) => text.split(' ')[1])
  let accepted = 0
  const set = (...usual: readonly Permission[]) =>
    fc.uniqueArray(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...usual) },
        { weight: 1, arbitrary: fc.constantFrom(...ALL_PERMISSIONS) },
      ),
      { minLength: 1, maxLength: 3 },
    )
  const step = fc.oneof(
    fc.record({ role: fc.constant(some), permissions: set('members.read', 'audit.read', 'project.update') }),
    fc.record({ role: fc.constant(here), permissions: set('project.read', 'project.update') }),
    // One's own is never cut, or nothing would be left to try.
    fc.record({
      role: fc.constant(own),
      permissions: set('members.read').map((more) => [...keeps, ...more]),
    }),
  )
  await fc.assert(
    fc.asyncProperty(step, async ({ role, permissions }) => {
      const before = { viewer: await holdings('viewer'), member: await holdings('member') }
      const mine = await holdings('auditor')
      const change = { ...acme, role, permissions }
      const asKeeper = home.as('auditor').roles
      const shown = await asKeeper.changePreview(change).catch(() => null)
      const done = await asKeeper.update(change).then(
        () => true,
        () => false,
      )
      if (done) {
        accepted += 1
        expect(shown?.refusal ?? null).toBeNull()
      }
      for (const part of ['viewer', 'member'] as const) {
        const after = await holdings(part)
        const gained = [...after].filter((one) => !before[part].has(one))
        expect(gained.filter((one) => !OWN.includes(one.split(' ')[1] ?? ''))).toEqual([])
        if (!done) expect(after).toEqual(before[part])
        const told = shown?.affected.find(({ member }) => member === memberOf(home, part))?.effects ?? []
        const toldGains = told.flatMap(({ project, gains }) =>
          gains.map((name) => `${project?.id ?? 'organization'} ${name}`),
        )
        const everywhere = (one: string) => `organization ${one.split(' ')[1]}`
        const untold = gained.filter(
          (one) => !toldGains.includes(one) && !toldGains.includes(everywhere(one)),
        )
        if (done) expect(untold).toEqual([])
      }
      const raised = [...(await holdings('auditor'))].filter((one) => !mine.has(one))
      expect(raised).toEqual([])
    }),
    { numRuns: 60 },
  )
  expect(accepted).toBeGreaterThan(5)
})
