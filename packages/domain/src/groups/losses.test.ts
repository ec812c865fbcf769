import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AssignmentId, ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { decide } from '../roles/decide.ts'
import type { Permission } from '../roles/permissions.ts'
import { lossesOf } from './losses.ts'

const PERMISSIONS = ['project.read', 'project.update', 'organization.read', 'groups.read'] as const
const held = (id: AssignmentId, scope: 'organization' | ProjectId, permissions: readonly Permission[]) => ({
  id,
  scope,
  permissions: new Set(permissions),
})

test('I10 what another way still gives is not lost', () => {
  const viewer = held('asg_1', 'prj_1', ['project.read'])
  const editor = held('asg_2', 'prj_1', ['project.read', 'project.content.edit'])
  expect(lossesOf([viewer, editor], [viewer])).toEqual([
    { scope: 'prj_1', permissions: ['project.content.edit'] },
  ])
  expect(lossesOf([viewer, editor], [editor])).toEqual([])
  const everywhere = held('asg_3', 'organization', ['project.read', 'project.content.edit'])
  expect(lossesOf([editor, everywhere], [everywhere])).toEqual([])
})

test('I10 losses are what decide() said yes to before and says no to after', () => {
  const scope = fc.constantFrom<'organization' | ProjectId>('organization', 'prj_1', 'prj_2')
  const assignment = fc.tuple(scope, fc.subarray([...PERMISSIONS]), fc.boolean())
  fc.assert(
    fc.property(fc.array(assignment, { maxLength: 6 }), (all) => {
      const rows = all.map(([scope, permissions], index) => held(`asg_${index}`, scope, permissions))
      const after = rows.filter((_, index) => all[index]?.[2])
      const losses = lossesOf(rows, after)
      for (const where of [undefined, 'prj_1', 'prj_2'] as const) {
        for (const permission of PERMISSIONS) {
          const may = (of: typeof rows) => !(decide(of, permission, where) instanceof Refusal)
          const gone = may(rows) && !may(after)
          const told = losses.some(
            (loss) =>
              (loss.scope === (where ?? 'organization') || loss.scope === 'organization') &&
              loss.permissions.includes(permission),
          )
          if (gone) expect(told).toBe(true)
          else
            expect(
              losses.some((l) => l.scope === (where ?? 'organization') && l.permissions.includes(permission)),
            ).toBe(false)
        }
      }
    }),
  )
})
