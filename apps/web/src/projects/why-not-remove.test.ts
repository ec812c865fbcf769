import { expect, test } from 'vitest'
import type { ProjectMember } from './types.ts'
import { whyNotChange, whyNotRemove } from './why-not-remove.ts'

const manages = { permissions: ['project.members.manage'] as const, archived: false }
const direct: ProjectMember['direct'] = {
  assignment: 'asg_1',
  role: { id: 'rol_1', key: 'editor', name: 'Editor' },
  since: 0,
  expiresAt: null,
  by: null,
  reason: null,
}
const through: ProjectMember['through'] = [
  { group: { id: 'grp_1', name: 'Engineering' }, role: direct.role, assignment: 'asg_2', expiresAt: null },
]

test('D47 who comes through a group only is not taken out here, and it says where', () => {
  expect(whyNotRemove({ direct, through, refusal: null }, manages)).toBeUndefined()
  expect(whyNotRemove({ direct: null, through, refusal: null }, manages)).toContain('Engineering')
  expect(whyNotChange({ direct: null, refusal: null }, manages)).toBeUndefined()
})

test('D47 the reason is the rule’s own: no right, archived, or more than one holds oneself', () => {
  const may = { direct, through: [], refusal: null }
  expect(whyNotRemove(may, { permissions: [], archived: false })).toContain('Your role does not allow this')
  expect(whyNotRemove(may, { ...manages, archived: true })).toContain('archived')
  expect(whyNotRemove({ ...may, refusal: 'You cannot.' }, manages)).toBe('You cannot.')
})
