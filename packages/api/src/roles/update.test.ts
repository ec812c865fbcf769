import { ALL_PERMISSIONS, BUILT_IN_ROLES, type Permission } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acme, lastEntry, trail, untouched } from '../members/testing.ts'
import { faults } from '../testing/crowd.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { give, giveRole, newRole } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const update = (part: Part, change: Parameters<ReturnType<House['as']>['roles']['update']>[0]) =>
  home.as(part).roles.update(change)
const AUDITOR = ['organization.read', 'audit.read', 'invitations.read'] satisfies Permission[]

describe('what a role allows', () => {
  test('C10 D45 a change counts from the next call on, without a new sign-in, and has before and after', async () => {
    const role = home.roles.auditor
    expect((await refused(home.as('auditor').members.list(acme))).code).toBe('not-permitted')
    await update('admin', { ...acme, role, permissions: ['organization.read', 'members.read'] })
    expect((await home.as('auditor').members.list(acme)).total).toBe(5)
    expect((await refused(home.as('auditor').audit.list(acme))).code).toBe('not-permitted')
    expect(await lastEntry(home)).toMatchObject({
      action: 'role.updated',
      target: { kind: 'role', id: role },
      facts: {
        field: 'permissions',
        before: ['organization.read', 'invitations.read', 'audit.read'],
        after: ['organization.read', 'members.read'],
        gains: ['members.read'],
        losses: ['invitations.read', 'audit.read'],
      },
    })
  })

  test('D29 only by those who hold all that it allowed and all that it will', async () => {
    const role = await newRole(home, 'Heir', ['organization.read', 'organization.transfer'])
    const change = { ...acme, role, permissions: ['organization.read'] }
    expect((await untouched(home, () => refused(update('admin', change)))).code).toBe('beyond-your-own')
    const up = { ...acme, role: home.roles.auditor, permissions: [...AUDITOR, 'organization.delete'] }
    expect((await untouched(home, () => refused(update('admin', up)))).code).toBe('beyond-your-own')
  })

  test('D29 nobody raises the role they hold themself', async () => {
    const role = await newRole(home, 'Keeper', ['organization.read', 'roles.manage'])
    await giveRole(home, 'viewer', role)
    const raise = { ...acme, role, permissions: ['organization.read', 'roles.manage', 'members.remove'] }
    expect((await untouched(home, () => refused(update('viewer', raise)))).code).toBe('beyond-your-own')
  })

  test('nobody makes lasting what a group gives them', async () => {
    const role = await newRole(home, 'Keeper', ['organization.read', 'roles.manage'])
    const lent = await newRole(home, 'Lent', ['members.remove'])
    await giveRole(home, 'viewer', role)
    const group = await addGroup(home, 'Helpers')
    await give(home, { group }, lent, null)
    await putInto(home, group, 'viewer')
    const raise = { ...acme, role, permissions: ['organization.read', 'roles.manage', 'members.remove'] }
    expect((await untouched(home, () => refused(update('viewer', raise)))).code).toBe('beyond-your-own')
  })

  test('ownership reaches no group, also not when the role of a group gains it', async () => {
    const role = await newRole(home, 'Builder', ['project.read'], 'project')
    const change = { ...acme, role, permissions: ['project.read', 'project.delete'] }
    const group = await addGroup(home, 'Everybody')
    await give(home, { group }, role, await addProject(home, 'Apollo'))
    expect((await untouched(home, () => refused(update('owner', change)))).code).toBe('owner-through-group')
  })

  test('what built-in roles allow is fixed, so an owner always remains one', async () => {
    for (const role of Object.values(home.roles).slice(0, 4)) {
      const change = { ...acme, role, permissions: ['organization.read'] }
      expect((await untouched(home, () => refused(update('owner', change)))).code).toBe('role-protected')
    }
  })

  test('a change made from an outdated page is refused', async () => {
    const change = { ...acme, role: home.roles.auditor, permissions: ['organization.read'] }
    const refusal = await untouched(home, () =>
      refused(update('owner', { ...change, seen: ['organization.read'] })),
    )
    expect(refusal.code).toBe('changed-meanwhile')
    await update('owner', { ...change, seen: AUDITOR })
  })

  test.each([
    [[], 'invalid-input'],
    [['nothing.like.it'], 'invalid-input'],
  ])('%j is refused with %s', async (permissions, code) => {
    const change = { ...acme, role: home.roles.auditor, permissions }
    expect((await untouched(home, () => refused(update('owner', change)))).code).toBe(code)
  })

  test('what a role was before is kept, with the call that changed it', async () => {
    await update('owner', { ...acme, role: home.roles.auditor, name: 'Inspector' })
    home.advance(1_000)
    await update('owner', { ...acme, role: home.roles.auditor, permissions: ['audit.read'] })
    const past = await home.deps.reader.selectFrom('role_past').selectAll().orderBy('until').execute()
    expect(past.map(({ name, permissions, until }) => [name, JSON.parse(permissions), until])).toEqual([
      ['Auditor', ['organization.read', 'audit.read', 'invitations.read'], home.now() - 1_000],
      ['Inspector', ['organization.read', 'audit.read', 'invitations.read'], home.now()],
    ])
    expect(past.at(-1)?.ended_in).toBe((await lastEntry(home)).change)
  })
})

describe('what a role is called', () => {
  test('D37 a built-in role is called differently, and found under its new name by all who hold it', async () => {
    await update('admin', {
      ...acme,
      role: home.roles.viewer,
      name: 'Guest of the house',
      description: 'Looks.',
    })
    expect(await faults(home)).toEqual([])
    const found = await home.as('owner').members.list({ ...acme, search: 'guest house' })
    expect(found.items.map(({ role }) => role)).toMatchObject([{ key: 'viewer', name: 'Guest of the house' }])
    expect((await home.as('owner').members.list({ ...acme, search: 'viewer' })).items).toMatchObject([
      { username: 'the-viewer' },
    ])
    const listed = (await home.as('owner').roles.list(acme)).find(({ key }) => key === 'viewer')
    expect(listed).toMatchObject({ name: 'Guest of the house', description: 'Looks.' })
    expect(listed?.permissions).toEqual([...BUILT_IN_ROLES.organization.viewer.permissions])
  })

  test('owner keeps its name at both levels, and nothing else may be called so', async () => {
    const ofProjects = await projectRole(home, home.acme, 'owner')
    for (const role of [home.roles.owner, ofProjects]) {
      const change = { ...acme, role, name: 'Boss' }
      expect((await untouched(home, () => refused(update('owner', change)))).code).toBe('role-protected')
    }
    const disguise = { ...acme, role: home.roles.auditor, name: 'ＯＷＮＥＲ' }
    expect((await untouched(home, () => refused(update('owner', disguise)))).code).toBe('name-taken')
  })

  test('D29 a role that is more than one holds is not disguised either', async () => {
    const role = await newRole(home, 'Heir', ['organization.transfer'])
    const change = { ...acme, role, name: 'Harmless' }
    expect((await untouched(home, () => refused(update('admin', change)))).code).toBe('beyond-your-own')
  })

  test('a name of another role is taken, its own is not, and at the other level it is free', async () => {
    const role = home.roles.auditor
    expect((await refused(update('owner', { ...acme, role, name: 'viewer' }))).code).toBe('name-taken')
    await update('owner', { ...acme, role, name: 'AUDITOR' })
    await newRole(home, 'Auditor', ['project.read'], 'project')
  })

  test('nothing changed is no entry', async () => {
    const before = await trail(home)
    await update('owner', { ...acme, role: home.roles.auditor, name: 'Auditor', permissions: [...AUDITOR] })
    expect(await trail(home)).toBe(before)
  })

  test('D30 each thing that changed is an entry, and what people wrote is not in the trail', async () => {
    const before = await trail(home)
    const text = 'Looks at everything for Ada Lovelace.'
    await update('owner', { ...acme, role: home.roles.auditor, name: 'Inspector', description: text })
    expect(await trail(home)).toBe(before + 2)
    const rows = await home.deps.reader.selectFrom('audit_entry').select('entry').execute()
    expect(rows.some(({ entry }) => entry.includes('Lovelace'))).toBe(false)
  })
})

test('A17 all permissions there are can be picked by an owner, and by nobody else', async () => {
  const change = { ...acme, role: home.roles.auditor, permissions: [...ALL_PERMISSIONS] }
  expect((await refused(update('admin', change))).code).toBe('beyond-your-own')
  await update('owner', change)
})
