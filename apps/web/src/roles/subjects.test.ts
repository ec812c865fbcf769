import { ALL_PERMISSIONS, isProjectPermission } from '@roster/domain'
import { expect, test } from 'vitest'
import { permissionGroups } from './subjects.ts'

test('T8 every permission stands in the matrix exactly once', () => {
  const shown = permissionGroups('organization').flatMap(({ permissions }) => permissions)
  expect(shown.toSorted()).toEqual(ALL_PERMISSIONS.toSorted())
})

test('C10 the matrix of project roles has what can be held at a project, and nothing else', () => {
  const shown = permissionGroups('project').flatMap(({ permissions }) => permissions)
  expect(shown.toSorted()).toEqual(ALL_PERMISSIONS.filter(isProjectPermission).toSorted())
})
