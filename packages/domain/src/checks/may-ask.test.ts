import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Permission } from '../roles/permissions.ts'
import { mayAsk } from './may-ask.ts'

const NOTHING = { id: 'asg_1', role: 'rol_1', since: 0, expiresAt: null, via: null, by: null } as const
const holds = (permission: Permission, scope: 'organization' | 'prj_a' = 'organization') => [
  { ...NOTHING, scope, permissions: new Set([permission]) },
]
const asked = (asking: Omit<Parameters<typeof mayAsk>[0], 'own'>) => {
  const answer = mayAsk({ ...asking, own: false })
  return answer instanceof Refusal ? answer.facts.permission : answer
}

describe('A33 who may ask what others may do', () => {
  test('at the organization whoever sees its members', () => {
    expect(asked({ held: holds('members.read'), permission: 'audit.read', at: null })).toBe(true)
    expect(asked({ held: holds('members.read'), permission: 'project.read', at: null })).toBe(true)
    expect(asked({ held: holds('project.members.read'), permission: 'audit.read', at: null })).toBe(
      'members.read',
    )
  })

  test('at a project whoever sees who is in it', () => {
    const there = { permission: 'project.update', at: 'prj_a' } as const
    expect(asked({ held: holds('project.members.read', 'prj_a'), ...there })).toBe(true)
    expect(asked({ held: holds('project.members.read'), ...there })).toBe(true)
    expect(asked({ held: holds('members.read'), ...there })).toBe('project.members.read')
    expect(
      asked({ held: holds('project.members.read', 'prj_a'), permission: 'project.update', at: 'prj_b' }),
    ).toBe('project.members.read')
  })

  test('what is held at the organization alone is told to nobody who sees a project alone', () => {
    const held = holds('project.members.read', 'prj_a')
    expect(asked({ held, permission: 'members.remove', at: 'prj_a' })).toBe('members.read')
  })

  test('everybody asks about themselves', () => {
    expect(mayAsk({ held: holds('organization.read'), own: true, permission: 'audit.read', at: null })).toBe(
      true,
    )
  })
})
