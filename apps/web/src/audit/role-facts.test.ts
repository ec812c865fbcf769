import { expect, test } from 'vitest'
import { roleChanges } from './role-facts.ts'
import type { AuditItem } from './types.ts'

const of = (action: AuditItem['action'], facts: AuditItem['facts']) =>
  roleChanges({
    sequence: 1,
    id: 'aud_00000000000000000000000000',
    at: 0,
    action,
    actor: null,
    key: null,
    target: null,
    facts,
    labels: {},
    allowedBy: null,
    change: null,
    hash: '',
  })

test('D30 what a role allowed before and after is said in words', () => {
  const facts = { field: 'permissions', before: ['audit.read'], after: ['project.read', 'members.read'] }
  expect(of('role.updated', facts)).toEqual([
    {
      what: 'Allows',
      before: 'Read and verify the audit trail',
      after: 'Open the project; See who is in the organization and which role they hold',
    },
  ])
  expect(of('role.updated', { field: 'name', before: 'Viewer', after: 'Guest' })).toEqual([
    { what: 'Name', before: 'Viewer', after: 'Guest' },
  ])
  expect(of('role.updated', { field: 'description' })).toEqual([])
  expect(of('role.deleted', { role_name: 'Guest', to_name: 'Viewer' })).toEqual([
    { what: 'Held by those who held it', before: 'Guest', after: 'Viewer' },
  ])
})
