import { BUILT_IN_ROLES, Refusal } from '@roster/domain'
import { expect, test } from 'vitest'
import { whyNotCreate, whyNotDelete, whyNotEdit, whyNotGrant, whyNotPick } from './may.ts'

const said = (code: ConstructorParameters<typeof Refusal>[0]) => new Refusal(code).message
const ADMIN = [...BUILT_IN_ROLES.organization.admin.permissions]
const owner = { key: 'owner', terms: [...BUILT_IN_ROLES.organization.owner.permissions] } as const
const viewer = { key: 'viewer', terms: [...BUILT_IN_ROLES.organization.viewer.permissions] } as const
const heir = { key: null, terms: ['organization.transfer'] } as const
const custom = { key: null, terms: ['audit.read'] } as const

test('C10 a button says why not in the words of the rule that the server asks', () => {
  expect(whyNotCreate(viewer.terms)).toBe(said('not-permitted'))
  expect(whyNotCreate(ADMIN)).toBeUndefined()
  expect(whyNotEdit({ ...owner, terms: [...owner.terms] }, owner.terms)).toBe(said('role-protected'))
  expect(whyNotEdit({ ...heir, terms: [...heir.terms] }, ADMIN)).toBe(said('beyond-your-own'))
  expect(whyNotEdit({ ...viewer, terms: [...viewer.terms] }, ADMIN)).toBeUndefined()
  expect(whyNotPick({ ...viewer, terms: [] })).toBe(said('role-protected'))
  expect(whyNotDelete({ ...viewer, terms: [] }, ADMIN)).toBe(said('role-protected'))
  expect(whyNotDelete({ ...custom, terms: [...custom.terms] }, ADMIN)).toBeUndefined()
  expect(whyNotGrant('organization.transfer', ADMIN)).toBe(said('beyond-your-own'))
})
