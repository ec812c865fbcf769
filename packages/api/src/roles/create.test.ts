import { ALL_PERMISSIONS } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, lastEntry, untouched } from '../members/testing.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { giveRole, newRole } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const draft = { ...acme, level: 'organization', name: 'Reader', permissions: ['organization.read'] } as const
const create = (part: 'owner' | 'admin' | 'auditor', changes: object = {}) =>
  home.as(part).roles.create({ ...draft, permissions: [...draft.permissions], ...changes })

test('C10 a custom role is made by picking permissions, at either level, and has its entry', async () => {
  const { role } = await create('admin', { name: '  Release   manager ', description: 'Ships.' })
  expect(await lastEntry(home)).toMatchObject({
    action: 'role.created',
    target: { kind: 'role', id: role },
    facts: { level: 'organization', role_name: 'Release manager', permissions: ['organization.read'] },
  })
  await create('admin', { level: 'project', permissions: ['project.read', 'project.jobs.run'] })
  const listed = await home.as('viewer').roles.list({ ...acme, level: 'project' })
  expect(listed.map(({ name, key }) => [name, key])).toContainEqual(['Reader', null])
  const made = (await home.as('viewer').roles.list(acme)).find(({ id }) => id === role)
  expect(made).toMatchObject({
    description: 'Ships.',
    permissions: ['organization.read'],
    members: 0,
    places: 0,
    groups: 0,
    invitations: 0,
  })
})

test('D29 nobody makes a role that allows more than they hold', async () => {
  const refusal = await untouched(home, () =>
    refused(create('admin', { permissions: ['organization.read', 'organization.delete'] })),
  )
  expect(refusal).toMatchObject({ code: 'beyond-your-own', facts: { permission: 'organization.delete' } })
  await create('owner', { permissions: [...ALL_PERMISSIONS] })
})

test('D29 under the policy owners only, an admin makes no role that would manage members later', async () => {
  await home.as('owner').organizations.update({ ...acme, policies: { managedBy: 'owners' } })
  expect((await refused(create('admin', { permissions: ['members.remove'] }))).code).toBe('beyond-your-own')
})

test('D29 a role of projects is made only by those who hold all of it at every project', async () => {
  await giveRole(home, 'auditor', await newRole(home, 'Keeper', ['organization.read', 'roles.manage']))
  const made = create('auditor', { level: 'project', permissions: ['project.read'] })
  expect((await refused(made)).code).toBe('beyond-your-own')
})

test.each([
  [{ name: 'AUDITOR' }, 'name-taken'],
  [{ name: 'Aud\u200ditor' }, 'name-taken'],
  [{ name: 'owner' }, 'name-taken'],
  [{ name: ' ' }, 'invalid-name'],
  [{ permissions: [] }, 'invalid-input'],
  [{ permissions: ['constructor'] }, 'invalid-input'],
  [{ level: 'project', permissions: ['members.read'] }, 'role-level-mismatch'],
  [{ description: 'x'.repeat(301) }, 'invalid-input'],
])('D37 %j is refused with %s', async (changes, code) => {
  expect((await untouched(home, () => refused(create('owner', changes)))).code).toBe(code)
})
