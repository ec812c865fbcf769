import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { BUILT_IN_ROLES } from './built-in.ts'
import { effectOfRoleChange, mayTurnRole, permissionChange, reachesEveryProject } from './change.ts'
import { effectivePermissions, type HeldAssignment } from './decide.ts'
import { ALL_PERMISSIONS, type Permission } from './permissions.ts'

const NOTHING = { id: 'asg_1', since: 0, expiresAt: null, via: null, by: null } as const

const holds = (permissions: readonly Permission[], rest: Partial<HeldAssignment> = {}): HeldAssignment => ({
  ...NOTHING,
  role: 'rol_own',
  scope: 'organization',
  ...rest,
  permissions: new Set(permissions),
})
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)
const turn = (
  held: readonly HeldAssignment[],
  from: readonly Permission[],
  to: readonly Permission[],
  heldByGroups = false,
) =>
  code(
    mayTurnRole({
      held,
      role: { id: 'rol_x', permissions: from },
      to: { key: null, permissions: to },
      heldByGroups,
    }),
  )

describe('a role allows something else from now on', () => {
  test('D29 only what is the own of whoever changes it, both what it allowed and what it will', () => {
    const actor = [holds(['roles.manage', 'members.read'])]
    expect(turn(actor, ['members.read'], ['members.read', 'roles.manage'])).toBe(true)
    expect(turn(actor, ['members.read'], ['audit.read'])).toBe('beyond-your-own')
    expect(turn(actor, ['audit.read'], ['members.read'])).toBe('beyond-your-own')
  })

  test('D29 what is held at one project only is not given everywhere', () => {
    const actor = [holds(['roles.manage']), holds(['project.update'], { scope: 'prj_a' })]
    expect(turn(actor, [], ['project.update'])).toBe('beyond-your-own')
  })

  test('nobody makes lasting in their own role what they hold for a time or through a group', () => {
    const own = holds(['roles.manage'], { role: 'rol_x' })
    const lent = holds(['audit.read'], { expiresAt: 10 })
    const grouped = holds(['audit.read'], { via: 'grp_a' })
    const lasting = holds(['audit.read'])
    expect(turn([own, lent], ['roles.manage'], ['roles.manage', 'audit.read'])).toBe('beyond-your-own')
    expect(turn([own, grouped], ['roles.manage'], ['roles.manage', 'audit.read'])).toBe('beyond-your-own')
    expect(turn([own, lasting], ['roles.manage'], ['roles.manage', 'audit.read'])).toBe(true)
  })

  test('ownership reaches no group and nobody unnamed, also not by changing what a role allows', () => {
    const owner = [holds(ALL_PERMISSIONS)]
    expect(turn(owner, ['project.read'], ['project.read', 'project.delete'])).toBe(true)
    expect(turn(owner, ['project.read'], ['project.read', 'project.delete'], true)).toBe(
      'owner-through-group',
    )
    const to = BUILT_IN_ROLES.organization.owner
    const role = { id: 'rol_x', permissions: [] } as const
    expect(code(mayTurnRole({ held: owner, role, to, heldByGroups: false }))).toBe('owner-by-name')
  })
})

test('D40 a role of the organization that opens every project is told from one that does not', () => {
  const { admin, member, viewer } = BUILT_IN_ROLES.organization
  expect(reachesEveryProject(viewer.permissions, admin.permissions)).toBe(true)
  expect(reachesEveryProject(viewer.permissions, member.permissions)).toBe(false)
  expect(reachesEveryProject(admin.permissions, admin.permissions)).toBe(false)
})

describe('who gains and loses what', () => {
  test('what is held for another reason as well is neither gained nor lost', () => {
    const held = [
      holds(['project.read', 'project.update'], { role: 'rol_x', scope: 'prj_a' }),
      holds(['project.update', 'project.jobs.run']),
    ]
    const after = new Set<Permission>(['project.jobs.run', 'project.delete'])
    expect(effectOfRoleChange(held, { role: 'rol_x', permissions: after }, 'prj_a')).toEqual({
      gains: ['project.delete'],
      losses: ['project.read'],
    })
    expect(effectOfRoleChange(held, { role: 'rol_x', permissions: after }, 'prj_b')).toEqual({
      gains: [],
      losses: [],
    })
  })

  test('is told in the order of the table', () => {
    expect(permissionChange(['audit.read'], ['project.read', 'members.read'])).toEqual({
      gains: ['members.read', 'project.read'],
      losses: ['audit.read'],
    })
  })
})

describe('A13, A17 escalation by a role', () => {
  const PEOPLE = ['ada', 'bob', 'eve'] as const
  const ROLES = ['rol_a', 'rol_b', 'rol_c'] as const
  const PLACES: readonly (ProjectId | undefined)[] = [undefined, 'prj_a', 'prj_b']
  const some = (maxLength: number) => fc.uniqueArray(fc.constantFrom(...ALL_PERMISSIONS), { maxLength })
  const much = fc.uniqueArray(fc.constantFrom(...ALL_PERMISSIONS), { minLength: 20 })
  const assignment = fc.record({
    person: fc.constantFrom(...PEOPLE),
    role: fc.constantFrom(...ROLES),
    scope: fc.constantFrom<'organization' | ProjectId>('organization', 'prj_a', 'prj_b'),
    via: fc.constantFrom(null, 'grp_a' as const),
  })
  const step = fc.record({
    actor: fc.constantFrom(...PEOPLE),
    role: fc.constantFrom(...ROLES),
    adds: some(2),
    without: some(2),
  })

  test('D29 no accepted change of a role gives or takes what the one who makes it does not hold', () => {
    const rows = fc.array(assignment, { minLength: 1, maxLength: 6 })
    const steps = fc.array(step, { minLength: 1, maxLength: 12 })
    let accepted = 0
    fc.assert(
      fc.property(fc.tuple(much, some(8), some(3)), rows, steps, ([a, b, c], rows, steps) => {
        const roles = new Map<string, readonly Permission[]>([
          ['rol_a', a],
          ['rol_b', b],
          ['rol_c', c],
        ])
        const held = (person: string) =>
          rows
            .filter((row) => row.person === person)
            .map(({ role, scope, via }) => holds(roles.get(role) ?? [], { role, scope, via }))
        const snapshot = () =>
          PEOPLE.flatMap((one) =>
            PLACES.map((place) => ({
              one,
              place,
              has: new Set(effectivePermissions(held(one), place).keys()),
            })),
          )
        for (const { actor, role, adds, without } of steps) {
          const from = roles.get(role) ?? []
          const to = [...new Set([...from, ...adds])].filter((permission) => !without.includes(permission))
          const before = snapshot()
          const heldByGroups = rows.some((row) => row.role === role && row.via !== null)
          const change = {
            held: held(actor),
            role: { id: role, permissions: from },
            to: { key: null, permissions: to },
            heldByGroups,
          }
          if (mayTurnRole(change) !== true) continue
          accepted += 1
          roles.set(role, to)
          for (const [index, { place, has }] of snapshot().entries()) {
            const was = before[index]?.has ?? new Set()
            const own = before.find((one) => one.one === actor && one.place === place)?.has ?? new Set()
            const changed = ALL_PERMISSIONS.filter(
              (permission) => has.has(permission) !== was.has(permission),
            )
            expect(changed.filter((permission) => !own.has(permission))).toEqual([])
          }
        }
      }),
      { numRuns: 500 },
    )
    expect(accepted).toBeGreaterThan(150)
  })
})
