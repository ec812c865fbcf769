import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProjectId } from '../ids.ts'
import { effectivePermissions, type HeldAssignment, mayChangeRole, mayGrant } from './decide.ts'
import { ALL_PERMISSIONS, type Permission } from './permissions.ts'

const NOTHING = {
  id: 'asg_1',
  role: 'rol_1',
  scope: 'organization',
  since: 0,
  expiresAt: null,
  via: null,
  by: null,
} as const

function holds(permissions: Permission[], scope: HeldAssignment['scope']): HeldAssignment {
  return { ...NOTHING, permissions: new Set(permissions), scope }
}

const PROJECTS = ['prj_a', 'prj_b'] as const
const GROUPS = ['grp_a', 'grp_b', 'grp_c', 'grp_d'] as const
const scope = fc.constantFrom<'organization' | ProjectId>('organization', ...PROJECTS)
const permissionSet = fc.uniqueArray(fc.constantFrom(...ALL_PERMISSIONS), { maxLength: 6 })

describe('A13, A17, A18 escalation', () => {
  const PEOPLE = ['ada', 'bob', 'eve'] as const
  const ROLES = [0, 1, 2, 3] as const
  type Scope = 'organization' | ProjectId
  type Row = { subject: string; role: number; scope: Scope }

  const person = fc.constantFrom(...PEOPLE)
  const group = fc.constantFrom(...GROUPS)
  const role = fc.constantFrom(...ROLES)
  const step = fc.oneof(
    fc.record({ act: fc.constant('give' as const), actor: person, to: fc.oneof(person, group), role, scope }),
    fc.record({
      act: fc.constant('take' as const),
      actor: person,
      from: fc.oneof(person, group),
      role,
      scope,
    }),
    fc.record({ act: fc.constant('join' as const), actor: person, who: person, group }),
    fc.record({ act: fc.constant('edit' as const), actor: person, role, permissions: permissionSet }),
  )
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

  class World {
    readonly rows: Row[]
    readonly roles: Map<number, readonly Permission[]>
    readonly inGroup = new Set<string>()

    constructor(roles: readonly (readonly Permission[])[], rows: Row[]) {
      this.roles = new Map(roles.entries())
      this.rows = rows
    }

    permissions(role: number): readonly Permission[] {
      return this.roles.get(role) ?? []
    }

    held(person: string): HeldAssignment[] {
      return this.rows
        .filter((row) => row.subject === person || this.inGroup.has(`${person} ${row.subject}`))
        .map((row) => holds([...this.permissions(row.role)], row.scope))
    }

    /** Every path asks the one rule; a step that it refuses changes nothing. */
    take(step: Step): void {
      const held = this.held(step.actor)
      if (step.act === 'give') {
        if (mayGrant(held, this.permissions(step.role), at(step.scope)) !== true) return
        this.rows.push({ subject: step.to, role: step.role, scope: step.scope })
      } else if (step.act === 'take') {
        if (mayGrant(held, this.permissions(step.role), at(step.scope)) !== true) return
        const index = this.rows.findIndex(
          (row) => row.subject === step.from && row.role === step.role && row.scope === step.scope,
        )
        if (index >= 0) this.rows.splice(index, 1)
      } else if (step.act === 'join') {
        const given = this.rows.filter((row) => row.subject === step.group)
        if (given.some((row) => mayGrant(held, this.permissions(row.role), at(row.scope)) !== true)) return
        this.inGroup.add(`${step.who} ${step.group}`)
      } else {
        // A role may be held anywhere in the organization, so changing it counts as granting it everywhere.
        const change = { held, from: this.permissions(step.role), to: step.permissions }
        if (mayChangeRole(change) === true) this.roles.set(step.role, step.permissions)
      }
    }
  }

  const at = (scope: Scope) => (scope === 'organization' ? undefined : scope)

  test('nobody ever holds a permission that no path could have given them', () => {
    const seeds = fc.record({
      roles: fc.tuple(permissionSet, permissionSet, permissionSet, permissionSet),
      rows: fc.array(fc.record({ subject: person, role, scope }), { minLength: 1, maxLength: 3 }),
      steps: fc.array(step, { maxLength: 40 }),
    })
    fc.assert(
      fc.property(seeds, ({ roles, rows, steps }) => {
        const world = new World(roles, [...rows])
        const everything = (project?: ProjectId) =>
          new Set(PEOPLE.flatMap((one) => [...effectivePermissions(world.held(one), project).keys()]))
        const places = [undefined, ...PROJECTS].map((project) => ({ project, before: everything(project) }))
        for (const step of steps) {
          world.take(step)
          for (const { project, before } of places) {
            expect([...everything(project)].filter((permission) => !before.has(permission))).toEqual([])
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a change adds to and takes from others only what the actor held there before', () => {
    fc.assert(
      fc.property(
        fc.tuple(permissionSet, permissionSet, permissionSet, permissionSet),
        fc.array(fc.record({ subject: person, role, scope }), { minLength: 1, maxLength: 5 }),
        fc.array(step, { maxLength: 20 }),
        (roles, rows, steps) => {
          const world = new World(roles, [...rows])
          const all = [undefined, ...PROJECTS]
          const snapshot = () =>
            PEOPLE.flatMap((one) =>
              all.map((project) => ({
                one,
                project,
                has: new Set(effectivePermissions(world.held(one), project).keys()),
              })),
            )
          for (const step of steps) {
            const before = snapshot()
            world.take(step)
            for (const [index, after] of snapshot().entries()) {
              const was = before[index]?.has ?? new Set<Permission>()
              const own =
                before.find((s) => s.one === step.actor && s.project === after.project)?.has ?? new Set()
              const changed = ALL_PERMISSIONS.filter((p) => was.has(p) !== after.has.has(p))
              expect(changed.filter((permission) => !own.has(permission))).toEqual([])
            }
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
