import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { decide, type HeldAssignment, isAllowed, mayChangeRole, mayGrant } from './decide.ts'
import type { Permission } from './permissions.ts'

const NOTHING = {
  id: 'asg_1',
  role: 'rol_1',
  scope: 'organization',
  since: 0,
  expiresAt: null,
  via: null,
  by: null,
} as const

function holds(permissions: Permission[], scope: HeldAssignment['scope'] = 'organization'): HeldAssignment {
  return { ...NOTHING, permissions: new Set(permissions), scope }
}

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('decide', () => {
  test('A34 to somebody who holds nothing, the organization does not exist', () => {
    expect(code(decide([], 'organization.read'))).toBe('not-found')
  })

  test('answers with the assignment that allows it', () => {
    const viewer = holds(['members.read'])
    const admin = holds(['members.read', 'members.remove'])
    expect(decide([viewer, admin], 'members.remove')).toBe(admin)
    expect(code(decide([viewer], 'members.remove'))).toBe('not-permitted')
  })

  test('an assignment at a project allows nothing at the organization or at another project', () => {
    const here = holds(['project.update', 'members.read'], 'prj_a')
    expect(decide([here], 'project.update', 'prj_a')).toBe(here)
    expect(code(decide([here], 'project.update', 'prj_b'))).toBe('not-permitted')
    expect(code(decide([here], 'project.update'))).toBe('not-permitted')
    expect(code(decide([here], 'members.read', 'prj_a'))).toBe('not-permitted')
  })

  test('a project permission held at the organization holds on every project', () => {
    const admin = holds(['project.update'])
    expect(decide([admin], 'project.update', 'prj_a')).toBe(admin)
  })
})

describe('mayGrant', () => {
  test('D29 names the permission that is missing', () => {
    const refusal = mayGrant([holds(['members.read'])], ['members.read', 'audit.read'])
    expect(refusal).toMatchObject({ code: 'beyond-your-own', facts: { permission: 'audit.read' } })
  })

  test('an owner of one project cannot give its permissions for the whole organization', () => {
    const owner = [holds(['project.update'], 'prj_a')]
    expect(mayGrant(owner, ['project.update'], 'prj_a')).toBe(true)
    expect(code(mayGrant(owner, ['project.update']))).toBe('beyond-your-own')
  })

  test('A14 what is taken away must be held as well', () => {
    const held = [holds(['members.read', 'members.update'])]
    expect(mayChangeRole({ held, from: ['members.read'], to: ['members.update'] })).toBe(true)
    expect(code(mayChangeRole({ held, from: ['audit.read'], to: ['members.read'] }))).toBe('beyond-your-own')
    expect(code(mayChangeRole({ held, from: ['members.read'], to: ['audit.read'] }))).toBe('beyond-your-own')
  })
})

test('isAllowed is yes exactly where decide names an assignment', () => {
  const scope = fc.constantFrom<HeldAssignment['scope']>('organization', 'prj_a', 'prj_b')
  const permission = fc.constantFrom<Permission>('members.read', 'project.read', 'project.update')
  const held = fc.array(fc.tuple(fc.uniqueArray(permission), scope).map(([all, at]) => holds(all, at)))
  const project = fc.constantFrom(undefined, 'prj_a' as const, 'prj_b' as const)
  fc.assert(
    fc.property(held, permission, project, (all, asked, at) => {
      expect(isAllowed(all, asked, at)).toBe(!(decide(all, asked, at) instanceof Refusal))
    }),
  )
})
