import { ALL_PERMISSIONS } from '@roster/domain'
import { expect, test } from 'vitest'
import { PERMISSION_GROUPS } from './subjects.ts'

test('T8 every permission stands in the matrix exactly once', () => {
  const shown = PERMISSION_GROUPS.flatMap(({ permissions }) => permissions)
  expect(shown.toSorted()).toEqual(ALL_PERMISSIONS.toSorted())
})
