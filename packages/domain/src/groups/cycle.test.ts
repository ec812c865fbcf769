import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GroupId } from '../ids.ts'
import { expand, type GroupEdge, mayNest, wouldCycle } from './cycle.ts'

const EDGES: GroupEdge[] = [
  { parent: 'grp_company', child: 'grp_engineering' },
  { parent: 'grp_engineering', child: 'grp_backend' },
  { parent: 'grp_oncall', child: 'grp_backend' },
]

test('I10 whoever is in a group is in every group around it', () => {
  expect([...expand(['grp_backend'], EDGES)].sort()).toEqual([
    'grp_backend',
    'grp_company',
    'grp_engineering',
    'grp_oncall',
  ])
  expect([...expand(['grp_company'], EDGES)]).toEqual(['grp_company'])
  expect(expand([], EDGES).size).toBe(0)
})

test('a group cannot contain itself, not even through others', () => {
  expect(wouldCycle(EDGES, 'grp_backend', 'grp_backend')).toBe(true)
  expect(mayNest(EDGES, 'grp_backend', 'grp_company')).toMatchObject({ code: 'group-cycle' })
  expect(mayNest(EDGES, 'grp_company', 'grp_oncall')).toBe(true)
})

test('edges damaged into a ring still end', () => {
  const ring: GroupEdge[] = [...EDGES, { parent: 'grp_backend', child: 'grp_company' }]
  expect(expand(['grp_company'], ring).size).toBe(4)
})

test('no sequence of accepted nestings forms a ring', () => {
  const group = fc.constantFrom<GroupId>('grp_1', 'grp_2', 'grp_3', 'grp_4', 'grp_5')
  fc.assert(
    fc.property(fc.array(fc.tuple(group, group), { maxLength: 25 }), (asked) => {
      const edges: GroupEdge[] = []
      for (const [parent, child] of asked) {
        if (mayNest(edges, parent, child) === true) edges.push({ parent, child })
      }
      // Kahn: without a ring, taking away groups that nothing contains ends with none left.
      let left = [...edges]
      for (;;) {
        const children = new Set(left.map((edge) => edge.child))
        const next = left.filter((edge) => children.has(edge.parent))
        if (next.length === left.length) break
        left = next
      }
      expect(left).toEqual([])
    }),
  )
})
