import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { decide, type HeldAssignment } from '../roles/decide.ts'
import { isProjectPermission } from '../roles/level.ts'
import { ALL_PERMISSIONS } from '../roles/permissions.ts'
import { underCeiling } from './ceiling.ts'

const projects: readonly ProjectId[] = ['prj_a', 'prj_b']
const permission = fc.constantFrom(...ALL_PERMISSIONS)
const held = fc.record({
  id: fc.constant('asg_1' as const),
  role: fc.constant('rol_1' as const),
  permissions: fc.uniqueArray(permission).map((all) => new Set(all)),
  scope: fc.constantFrom<HeldAssignment['scope']>('organization', ...projects),
  since: fc.constant(0),
  expiresAt: fc.constant(null),
  via: fc.constant(null),
  by: fc.constant(null),
})
const ceiling = fc.record({
  permissions: fc.uniqueArray(permission).map((all) => new Set(all)),
  project: fc.constantFrom(null, ...projects),
})

test('C5 A39 a key allows what its owner holds and its ceiling allows, at its project only', () => {
  fc.assert(
    fc.property(
      fc.array(held, { minLength: 1, maxLength: 4 }),
      ceiling,
      permission,
      fc.constantFrom(undefined, ...projects),
      (assignments, limits, asked, at) => {
        const byKey = !(decide(underCeiling(assignments, limits), asked, at) instanceof Refusal)
        const byOwner = !(decide(assignments, asked, at) instanceof Refusal)
        const reachable = limits.project === null || (at === limits.project && isProjectPermission(asked))
        const where = limits.project !== null && asked === 'organization.read'
        expect(byKey).toBe(byOwner && ((limits.permissions.has(asked) && reachable) || where))
      },
    ),
  )
})
