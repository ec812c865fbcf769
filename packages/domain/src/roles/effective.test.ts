import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expand } from '../groups/cycle.ts'
import type { GroupId, ProjectId } from '../ids.ts'
import { live } from '../members/lifespan.ts'
import { Refusal } from '../refusal.ts'
import { decide, effectivePermissions, type HeldAssignment } from './decide.ts'
import { isProjectPermission } from './level.ts'
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

const PROJECTS = ['prj_a', 'prj_b'] as const
const GROUPS = ['grp_a', 'grp_b', 'grp_c', 'grp_d'] as const
const scope = fc.constantFrom<'organization' | ProjectId>('organization', ...PROJECTS)
const permissionSet = fc.uniqueArray(fc.constantFrom(...ALL_PERMISSIONS), { maxLength: 6 })
const moment = fc.integer({ min: 0, max: 20 })
const maybe = fc.option(moment, { nil: null })

describe('effective permissions', () => {
  const world = fc.record({
    now: moment,
    assignments: fc.array(
      fc.record({
        subject: fc.constantFrom<'ada' | GroupId>('ada', ...GROUPS),
        permissions: permissionSet,
        scope,
        since: moment,
        until: maybe,
        expiresAt: maybe,
      }),
      { maxLength: 8 },
    ),
    memberships: fc.array(
      fc.record({ group: fc.constantFrom(...GROUPS), since: moment, until: maybe, expiresAt: maybe }),
      { maxLength: 4 },
    ),
    edges: fc.array(fc.record({ parent: fc.constantFrom(...GROUPS), child: fc.constantFrom(...GROUPS) }), {
      maxLength: 6,
    }),
  })
  type World = typeof world extends fc.Arbitrary<infer W> ? W : never

  /** How the store reads what somebody holds: live rows, groups expanded. */
  function heldBy({ now, assignments, memberships, edges }: World): HeldAssignment[] {
    const groups = expand(
      memberships.filter((membership) => live(membership, now)).map(({ group }) => group),
      edges,
    )
    return assignments
      .filter((row) => live(row, now) && (row.subject === 'ada' || groups.has(row.subject)))
      .map((row) => ({
        ...NOTHING,
        permissions: new Set(row.permissions),
        scope: row.scope,
        via: row.subject === 'ada' ? null : row.subject,
      }))
  }

  /** The same said as slowly and plainly as possible: by walking every path down to the person. */
  function oracle({ now, assignments, memberships, edges }: World, permission: Permission, at?: ProjectId) {
    const during = (row: { since: number; until: number | null; expiresAt: number | null }) => {
      if (now < row.since) return false
      if (row.until !== null && now >= row.until) return false
      return row.expiresAt === null || now < row.expiresAt
    }
    const contains = (group: GroupId, seen: readonly GroupId[]): boolean => {
      if (memberships.some((membership) => membership.group === group && during(membership))) return true
      return edges.some(
        (e) => e.parent === group && !seen.includes(e.child) && contains(e.child, [...seen, e.child]),
      )
    }
    return assignments.some((row) => {
      if (!during(row) || !row.permissions.includes(permission)) return false
      if (row.subject !== 'ada' && !contains(row.subject, [row.subject])) return false
      return isProjectPermission(permission)
        ? row.scope === 'organization' || (at !== undefined && row.scope === at)
        : row.scope === 'organization'
    })
  }

  test('equal a brute-force oracle, with groups in groups, ends and expiry', () => {
    fc.assert(
      fc.property(world, fc.constantFrom(undefined, ...PROJECTS), (world, project) => {
        const held = heldBy(world)
        const effective = effectivePermissions(held, project)
        const expected = ALL_PERMISSIONS.filter((permission) => oracle(world, permission, project))
        expect([...effective.keys()].sort()).toEqual([...expected].sort())
        for (const permission of ALL_PERMISSIONS) {
          const decision = decide(held, permission, project)
          expect(!(decision instanceof Refusal)).toBe(expected.includes(permission))
          if (!(decision instanceof Refusal)) expect(effective.get(permission)).toContain(decision)
        }
      }),
      { numRuns: 500 },
    )
  })
})
