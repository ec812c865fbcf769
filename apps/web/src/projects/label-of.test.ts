import { expect, test } from 'vitest'
import { aOf, labelOf } from './label-of.ts'

test('the word for projects stands within a sentence and at its beginning', () => {
  expect(labelOf({ one: 'workspace', many: 'workspaces' })).toEqual({
    one: 'workspace',
    many: 'workspaces',
    One: 'Workspace',
    Many: 'Workspaces',
  })
  expect([aOf({ one: 'project' }), aOf({ one: 'initiative' })]).toEqual(['a project', 'an initiative'])
})
