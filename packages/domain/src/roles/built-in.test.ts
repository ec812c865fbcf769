import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICIES } from '../organizations/policies.ts'
import { builtInRole, builtInRoles } from './built-in.ts'
import type { RoleLevel } from './level.ts'
import { ALL_PERMISSIONS, type Permission } from './permissions.ts'
import { isElevated, permissionsOf, roleOrder } from './terms.ts'

const OWNERS = { ...DEFAULT_POLICIES, managedBy: 'owners' } as const

/** One line a permission: which built-in roles of a level hold it. */
function matrix(level: RoleLevel, policies = DEFAULT_POLICIES): string {
  const roles = builtInRoles(level).map(({ key }) => ({
    key,
    permissions: permissionsOf({ level, key, permissions: [] }, policies),
  }))
  return ALL_PERMISSIONS.map((permission) => {
    const holders = roles.filter((role) => role.permissions.has(permission)).map((role) => role.key)
    return `${permission}: ${holders.join(' ') || '-'}`
  }).join('\n')
}

describe('the policy: any widening of it shows here', () => {
  test('organization roles', () => {
    expect(matrix('organization')).toMatchInlineSnapshot(`
      "organization.read: owner admin member viewer
      organization.update: owner admin
      organization.transfer: owner
      organization.delete: owner
      organization.export: owner admin
      members.read: owner admin member viewer
      members.update: owner admin
      members.remove: owner admin
      members.reset-password: owner admin
      invitations.read: owner admin
      invitations.send: owner admin
      invitations.manage: owner admin
      roles.manage: owner admin
      groups.read: owner admin member
      groups.manage: owner admin
      projects.read: owner admin member viewer
      projects.create: owner admin
      audit.read: owner admin
      keys.create: owner admin member
      keys.manage: owner admin
      webhooks.manage: owner admin
      reviews.read: owner admin
      reviews.manage: owner admin
      project.read: owner admin
      project.update: owner admin
      project.delete: owner
      project.transfer: owner
      project.members.read: owner admin
      project.members.manage: owner admin
      project.content.read: owner admin
      project.content.edit: owner admin
      project.jobs.run: owner admin
      project.connections.manage: owner admin"
    `)
  })

  test('D25 project roles', () => {
    expect(matrix('project')).toMatchInlineSnapshot(`
      "organization.read: -
      organization.update: -
      organization.transfer: -
      organization.delete: -
      organization.export: -
      members.read: -
      members.update: -
      members.remove: -
      members.reset-password: -
      invitations.read: -
      invitations.send: -
      invitations.manage: -
      roles.manage: -
      groups.read: -
      groups.manage: -
      projects.read: -
      projects.create: -
      audit.read: -
      keys.create: -
      keys.manage: -
      webhooks.manage: -
      reviews.read: -
      reviews.manage: -
      project.read: owner admin editor viewer
      project.update: owner admin
      project.delete: owner
      project.transfer: owner
      project.members.read: owner admin editor viewer
      project.members.manage: owner admin
      project.content.read: owner admin editor viewer
      project.content.edit: owner admin editor
      project.jobs.run: owner admin editor
      project.connections.manage: owner admin editor"
    `)
  })

  test('D2 under the policy owners only, members and invitations are left to owners', () => {
    const changed = matrix('organization', OWNERS).split('\n')
    const usual = matrix('organization').split('\n')
    expect(changed.filter((line) => !usual.includes(line)).join('\n')).toMatchInlineSnapshot(`
      "members.read: owner
      members.update: owner
      members.remove: owner
      members.reset-password: owner
      invitations.read: owner
      invitations.send: owner
      invitations.manage: owner"
    `)
  })
})

describe('permissionsOf', () => {
  test('a custom organization role loses members and invitations under owners only as well', () => {
    const role = { level: 'organization', key: null, permissions: ['members.read', 'audit.read'] } as const
    expect([...permissionsOf(role, DEFAULT_POLICIES)]).toEqual(['members.read', 'audit.read'])
    expect([...permissionsOf(role, OWNERS)]).toEqual(['audit.read'])
  })

  test('a project role never holds more than project permissions, whatever its row says', () => {
    const role = {
      level: 'project',
      key: null,
      permissions: ['organization.delete', 'project.read'],
    } as const
    expect([...permissionsOf(role, DEFAULT_POLICIES)]).toEqual(['project.read'])
  })

  test('a built-in role answers from the table, not from its row', () => {
    const forged = { level: 'organization', key: 'viewer', permissions: ALL_PERMISSIONS } as const
    expect(permissionsOf(forged, DEFAULT_POLICIES).has('organization.delete')).toBe(false)
  })

  test('a key of the other level allows nothing', () => {
    expect(
      permissionsOf({ level: 'organization', key: 'editor', permissions: [] }, DEFAULT_POLICIES).size,
    ).toBe(0)
    expect(permissionsOf({ level: 'project', key: 'member', permissions: [] }, DEFAULT_POLICIES).size).toBe(0)
  })
})

describe('built-in roles', () => {
  test('a lower role never holds what the one above it does not', () => {
    for (const level of ['organization', 'project'] as const) {
      const roles = builtInRoles(level)
      for (const [index, role] of roles.entries()) {
        const above = roles[index - 1]
        if (above) for (const permission of role.permissions) expect(above.permissions).toContain(permission)
      }
    }
  })

  test.each(['constructor', '__proto__', 'toString', 'Owner', ' owner', ''])('%j is no role', (key) => {
    expect(builtInRole('organization', key)).toBeNull()
    expect(builtInRole('project', key)).toBeNull()
  })

  test('D40 pickers begin with the least powerful', () => {
    const sorted = [...builtInRoles('organization')].sort(roleOrder).map((role) => role.key)
    expect(sorted).toEqual(['viewer', 'member', 'admin', 'owner'])
    const twins = [
      { name: 'Zed', permissions: ['audit.read'] },
      { name: 'Amy', permissions: ['groups.read', 'groups.read'] },
    ] satisfies { name: string; permissions: Permission[] }[]
    expect(twins.sort(roleOrder).map((role) => role.name)).toEqual(['Amy', 'Zed'])
  })

  test('O10 admin and owner deserve a warning, the others do not', () => {
    const warned = (level: RoleLevel) =>
      builtInRoles(level)
        .filter(isElevated)
        .map((role) => role.key)
    expect(warned('organization')).toEqual(['owner', 'admin'])
    expect(warned('project')).toEqual(['owner', 'admin'])
  })
})
