import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { BUILT_IN_ROLES, builtInRoles } from './built-in.ts'
import {
  duplicateOf,
  mayDeleteRole,
  mayEditPermissions,
  mayHoldThroughGroup,
  mayRenameRole,
  validRoleName,
  validRolePermissions,
} from './role.ts'

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('the name of a custom role', () => {
  test('comes back canonical', () => {
    expect(validRoleName('  Release   manager ', ['Auditor'])).toBe('Release manager')
  })

  test.each([
    ['Auditor', 'name-taken'],
    ['AUDITOR', 'name-taken'],
    ['Aud\u200ditor', 'name-taken'],
    ['Ａｕｄｉｔｏｒ', 'name-taken'],
    ['owner', 'name-taken'],
    ['OWNER', 'name-taken'],
    ['', 'invalid-name'],
    ['\u200b', 'invalid-name'],
    ['a'.repeat(101), 'invalid-name'],
  ])('%j is refused', (name, refusal) => {
    expect(code(validRoleName(name, ['Auditor']))).toBe(refusal)
  })
})

describe('the permissions of a custom role', () => {
  test('are known ones of its level, each once', () => {
    expect(validRolePermissions('organization', ['audit.read', 'audit.read', 'project.read'])).toEqual(
      new Set(['audit.read', 'project.read']),
    )
  })

  test('A21 are refused when unknown, misspelt or a name from the prototype', () => {
    for (const name of ['Audit.read', 'audit.read ', 'constructor', '__proto__', '']) {
      expect(code(validRolePermissions('organization', [name]))).toBe('invalid-input')
    }
    expect(code(validRolePermissions('organization', []))).toBe('invalid-input')
  })

  test('of a project role hold at projects only', () => {
    expect(code(validRolePermissions('project', ['project.read', 'members.read']))).toBe(
      'role-level-mismatch',
    )
  })

  test('D37 equal to those of another role are noticed', () => {
    const { member, viewer } = BUILT_IN_ROLES.organization
    expect(duplicateOf([...viewer.permissions].reverse(), [member, viewer])).toBe(viewer)
    expect(duplicateOf(['organization.read'], [member, viewer])).toBeNull()
  })
})

describe('what is protected', () => {
  test('owner keeps its name, other roles may be called differently', () => {
    expect(code(mayRenameRole({ key: 'owner' }))).toBe('role-protected')
    expect(mayRenameRole({ key: 'admin' })).toBe(true)
    expect(mayRenameRole({ key: null })).toBe(true)
  })

  test('built-in roles allow what they allow and stay', () => {
    expect(code(mayEditPermissions({ key: 'viewer' }))).toBe('role-protected')
    expect(mayEditPermissions({ key: null })).toBe(true)
    expect(code(mayDeleteRole({ key: 'viewer', holders: 0 }))).toBe('role-protected')
  })

  test('A17 a role in use is not deleted', () => {
    expect(code(mayDeleteRole({ holders: 1 }))).toBe('role-in-use')
    expect(mayDeleteRole({ holders: 0 })).toBe(true)
  })

  test('ownership never comes through a group, not even under another name', () => {
    for (const role of [...builtInRoles('organization'), ...builtInRoles('project')]) {
      expect(code(mayHoldThroughGroup(role))).toBe(role.key === 'owner' ? 'owner-through-group' : true)
    }
    const disguised = { key: null, permissions: ['organization.transfer'] } as const
    expect(code(mayHoldThroughGroup(disguised))).toBe('owner-through-group')
  })
})
