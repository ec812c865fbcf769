import { BUILT_IN_ROLES } from '@roster/domain'
import { expect, test } from 'vitest'
import { matrixCsv, matrixJson } from './matrix-file.ts'

const HELD = { members: 2, places: 1, groups: 1, invitations: 0 }
const viewer = {
  ...HELD,
  id: 'rol_1',
  key: 'viewer',
  name: 'Viewer',
  description: 'Looks.',
  permissions: [...BUILT_IN_ROLES.project.viewer.permissions],
} as const
const evil = {
  ...viewer,
  id: 'rol_2',
  key: null,
  name: '=HYPERLINK("x")',
  permissions: [...viewer.permissions],
} as const

test('D37 the matrix is a line a permission and a column a role, and no name is a formula', () => {
  const roles = [viewer, evil].map((role) => ({ ...role, permissions: [...role.permissions] }))
  const lines = matrixCsv('project', roles).trimEnd().split('\r\n')
  expect(lines[0]).toBe(`Subject,Permission,Meaning,Viewer,"'=HYPERLINK(""x"")"`)
  expect(lines[2]).toBe('Role,held,How often people and groups hold it,4,4')
  expect(lines).toContain('Inside the project,project.read,Open the project,Yes,Yes')
  expect(lines).toContain('Inside the project,project.delete,Delete the project,No,No')
})

test('D37 the same for programs', () => {
  const text = matrixJson('project', [{ ...viewer, permissions: [...viewer.permissions] }])
  expect(JSON.parse(text)).toMatchObject({
    level: 'project',
    roles: [{ name: 'Viewer', key: 'viewer', permissions: [...viewer.permissions], held: HELD }],
  })
})
