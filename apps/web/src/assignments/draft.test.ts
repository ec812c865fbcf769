import { expect, test } from 'vitest'
import { type Draft, emptyDraft, inputOf, NO_ROLE, whyNotPreview } from './draft.ts'
import { endOf } from './ends.ts'
import { foldPreview } from './fold.ts'
import type { Previewed } from './types.ts'

const ada = { kind: 'member', id: 'mem_ada', name: 'Ada' } as const
const crew = { kind: 'group', id: 'grp_crew', name: 'Crew' } as const
const apollo = { id: 'prj_apollo', name: 'Apollo' } as const
const gemini = { id: 'prj_gemini', name: 'Gemini' } as const
const both: Draft = { ...emptyDraft([ada, crew], [apollo, gemini]), role: 'rol_viewer' }

test('D11 one role for all is asked for in one breath', () => {
  expect(inputOf('acme', { ...both, reason: ' on call ', expiresAt: 5 })).toEqual({
    organization: 'acme',
    members: ['mem_ada'],
    groups: ['grp_crew'],
    projects: ['prj_apollo', 'prj_gemini'],
    role: 'rol_viewer',
    expiresAt: 5,
    reason: 'on call',
  })
})

test('D11 a project may have its own role, and somebody in it their own', () => {
  const [first, second] = both.places
  if (!first || !second) throw new Error('there are two')
  const places = [
    { ...first, role: 'rol_editor' as const },
    { ...second, own: { mem_ada: NO_ROLE } as const },
  ]
  expect(inputOf('acme', { ...both, places })?.changes).toEqual([
    { subject: { member: 'mem_ada' }, project: 'prj_apollo', role: 'rol_editor' },
    { subject: { member: 'mem_ada' }, project: 'prj_gemini', role: null },
    { subject: { group: 'grp_crew' }, project: 'prj_apollo', role: 'rol_editor' },
    { subject: { group: 'grp_crew' }, project: 'prj_gemini', role: 'rol_viewer' },
  ])
})

test('what is missing is said, one thing after the other', () => {
  const words = { one: 'workspace' }
  expect(whyNotPreview(emptyDraft([], []), words)).toBe('Choose at least one person or group first.')
  expect(whyNotPreview(emptyDraft([ada], []), words)).toBe('Choose at least one workspace first.')
  expect(whyNotPreview(emptyDraft([ada], [apollo]), words)).toBe('Choose a role first.')
  expect(whyNotPreview(both, words)).toBeUndefined()
})

test('an end is counted from now, or is the last moment of a day', () => {
  expect(endOf('as-is', '', 0)).toBeUndefined()
  expect(endOf('never', '', 0)).toBeNull()
  expect(endOf('7', '', 1)).toBe(7 * 86_400_000 + 1)
  expect(endOf('day', '2026-05-04', 0)).toBe(new Date(2026, 4, 5).getTime() - 1)
  expect(endOf('day', '', 0)).toBeNaN()
})

const change = (
  index: number,
  more: Partial<Previewed['changes'][number]>,
): Previewed['changes'][number] => ({
  index,
  project: { ...apollo, archived: false },
  from: null,
  to: { id: 'rol_viewer', key: 'viewer', name: 'Viewer', expiresAt: null },
  unchanged: false,
  gains: ['project.read'],
  losses: [],
  keeps: 0,
  refusal: null,
  ...more,
})
const previewed = (id: `mem_${string}`, changes: Previewed['changes']): Previewed => ({
  ...{ kind: 'member', id, name: id, people: null, refusal: null, changes },
})

test('D28 those to whom the same happens are told together, refusals and what stays apart', () => {
  const folded = foldPreview([
    previewed('mem_ada', [change(0, {}), change(1, { project: { ...gemini, archived: false } })]),
    previewed('mem_bob', [change(2, {}), change(3, { project: { ...gemini, archived: false } })]),
    previewed('mem_eve', [
      change(4, { unchanged: true }),
      change(5, { refusal: { code: 'beyond-your-own', message: 'No.' } }),
    ]),
  ])
  expect(folded.changing).toBe(4)
  expect(folded.blocks).toHaveLength(1)
  expect(folded.blocks[0]?.subjects.map(({ id }) => id)).toEqual(['mem_ada', 'mem_bob'])
  expect(folded.blocks[0]?.lines).toMatchObject([{ projects: ['Apollo', 'Gemini'], gains: ['project.read'] }])
  expect(folded.unchanged).toEqual([{ id: 'mem_eve', name: 'mem_eve', projects: ['Apollo'] }])
  expect(folded.refused).toEqual([{ id: 'mem_eve 5', name: 'mem_eve · Apollo', reason: 'No.' }])
})
