import { expect, test } from 'vitest'
import { groupName } from '../groups/group.ts'
import { BUILT_IN_ROLES } from '../roles/built-in.ts'
import { isProjectState, mayHoldByDefault, mustBeOrganizationMember, projectName } from './project.ts'

test('C4 a project role goes to people of the organization only', () => {
  expect(mustBeOrganizationMember({ isMember: false })).toMatchObject({
    code: 'must-be-member',
    message: expect.stringContaining('must be an organization member first'),
  })
  expect(mustBeOrganizationMember({ isMember: true })).toBe(true)
})

test('names of projects and groups are names', () => {
  expect(projectName(' Apollo  11 ')).toBe('Apollo 11')
  expect(projectName('\u200b')).toMatchObject({ code: 'invalid-name' })
  expect(groupName('Back\tend')).toBe('Back end')
  expect(groupName('')).toMatchObject({ code: 'invalid-name' })
})

test('a project is active or archived', () => {
  expect(['active', 'archived', 'Active', 'deleted', ''].map(isProjectState)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('nobody becomes an owner by default, whatever the role is called', () => {
  const { project } = BUILT_IN_ROLES
  expect(mayHoldByDefault(project.admin)).toBe(true)
  expect(mayHoldByDefault(project.owner)).toMatchObject({ code: 'owner-by-default' })
  expect(mayHoldByDefault({ key: null, permissions: ['project.read', 'project.delete'] })).toMatchObject({
    code: 'owner-by-default',
  })
})
