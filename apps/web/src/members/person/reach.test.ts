import { expect, test } from 'vitest'
import { reachesNothing } from './reach.ts'

const organization = (permission: 'members.read' | 'project.read') => ({
  project: null,
  permissions: [{ permission, because: [0] }],
})
const apollo = { project: { id: 'prj_1', name: 'Apollo', archived: false }, permissions: [] } as const

test('D45 somebody without a project, a group that is in one, or a role that opens all reaches nothing', () => {
  expect(reachesNothing({ scopes: [organization('members.read')], hidden: 0 })).toBe(true)
  expect(reachesNothing({ scopes: [organization('project.read')], hidden: 0 })).toBe(false)
  expect(reachesNothing({ scopes: [organization('members.read'), apollo], hidden: 0 })).toBe(false)
  expect(reachesNothing({ scopes: [organization('members.read')], hidden: 1 })).toBe(false)
})
