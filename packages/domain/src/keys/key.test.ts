import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { BUILT_IN_ROLES } from '../roles/built-in.ts'
import { decide, type HeldAssignment } from '../roles/decide.ts'
import { isProjectPermission } from '../roles/level.ts'
import { ALL_PERMISSIONS, type Permission } from '../roles/permissions.ts'
import { underCeiling } from './ceiling.ts'
import {
  type CeilingRole,
  type KeyOwnership,
  mayEndThen,
  mayMakeKey,
  mayRenewKey,
  mayRevokeKey,
  narrowerScopes,
  scopesOf,
} from './key.ts'

const projects: readonly ProjectId[] = ['prj_a', 'prj_b']
const permission = fc.constantFrom(...ALL_PERMISSIONS)
const some = fc.uniqueArray(permission, { maxLength: ALL_PERMISSIONS.length })
const holding = fc.record({
  permissions: fc.oneof(
    some.map((all) => new Set(all)),
    fc.constantFrom(...Object.values(BUILT_IN_ROLES.organization).map((role) => role.permissions)),
  ),
  scope: fc.constantFrom<HeldAssignment['scope']>('organization', ...projects),
})
const holdings = fc
  .array(holding, { minLength: 1, maxLength: 4 })
  .map((all) => all.map((one): HeldAssignment => ({ ...ASSIGNMENT, ...one })))
const ASSIGNMENT = {
  id: 'asg_1',
  role: 'rol_held',
  since: 0,
  expiresAt: null,
  via: null,
  by: null,
} as const
const asked = fc.record({
  level: fc.constantFrom('organization', 'project'),
  permissions: some,
  chosen: fc.option(some, { nil: null }),
  project: fc.constantFrom(null, ...projects),
})

/** What somebody may do, where: as text, to compare. */
function reach(held: readonly HeldAssignment[]): ReadonlySet<string> {
  const may = [undefined, ...projects].flatMap((at) =>
    ALL_PERMISSIONS.filter((one) => !(decide(held, one, at) instanceof Refusal)).map((one) => `${one} ${at}`),
  )
  return new Set(may)
}

test('A13 A39 whatever a key may do, and a key made by it, its owner may do at that moment', () => {
  fc.assert(
    fc.property(
      holdings,
      fc.array(asked, { maxLength: 3 }),
      holdings,
      some,
      (then, makings, now, roleNow) => {
        let maker: readonly HeldAssignment[] = then
        let owner: readonly HeldAssignment[] = now
        for (const { level, permissions, chosen, project } of makings) {
          const role: CeilingRole = {
            ...{ id: 'rol_asked', level, key: null },
            permissions: permissions.filter((one) => level === 'organization' || isProjectPermission(one)),
          }
          const allowed = mayMakeKey({ held: maker, ownership: 'own', role, project })
          const kept = scopesOf(role.permissions, chosen)
          if (allowed instanceof Refusal || kept instanceof Refusal) continue
          const before = reach(maker)
          const made = underCeiling(maker, { permissions: new Set(kept), project })
          for (const one of reach(made)) expect(before).toContain(one)
          const today = new Set<Permission>(kept.filter((one) => roleNow.includes(one)))
          const later = underCeiling(owner, { permissions: today, project })
          const may = reach(owner)
          for (const one of reach(later)) expect(may).toContain(one)
          maker = made
          owner = later
        }
      },
    ),
  )
})

const held = (permissions: readonly Permission[]): readonly HeldAssignment[] => [
  { ...ASSIGNMENT, permissions: new Set(permissions), scope: 'organization' },
]
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

test('the role of owners is a ceiling for owners themselves only', () => {
  const role: CeilingRole = {
    ...{ id: 'rol_owner', level: 'organization', key: 'owner' },
    permissions: ALL_PERMISSIONS,
  }
  const make = (ownership: KeyOwnership, id: 'rol_owner' | 'rol_held') =>
    code(
      mayMakeKey({
        held: [{ ...ASSIGNMENT, role: id, permissions: new Set(ALL_PERMISSIONS), scope: 'organization' }],
        ...{ ownership, role, project: null },
      }),
    )
  expect(make('own', 'rol_owner')).toBe(true)
  expect(make('own', 'rol_held')).toBe('beyond-your-own')
  expect(make('service-account', 'rol_owner')).toBe('owner-is-a-person')
  expect(make('another', 'rol_owner')).toBe('another-persons-key')
})

test.each<[KeyOwnership, readonly Permission[], 'in person' | 'by itself' | 'by another key', unknown]>([
  ['own', [], 'in person', 'not-permitted'],
  ['own', ['keys.create'], 'in person', true],
  ['own', [], 'by itself', true],
  ['own', ['keys.create'], 'by another key', 'beyond-your-own'],
  ['own', ['keys.create', 'members.read'], 'by another key', true],
  ['service-account', ['keys.create', 'members.read'], 'in person', 'not-permitted'],
  ['service-account', ['keys.manage'], 'in person', 'beyond-your-own'],
  ['service-account', ['keys.manage', 'members.read'], 'in person', true],
  ['another', ['members.read'], 'in person', 'not-permitted'],
  ['another', ALL_PERMISSIONS, 'in person', 'another-persons-key'],
])('a new secret of a key, %s, holding %j, %s: %s', (ownership, permissions, how, expected) => {
  const key = { 'in person': null, 'by itself': 'key_1', 'by another key': 'key_2' } as const
  const terms = { id: 'key_1', ownership, project: null, permissions: ['members.read'] } as const
  expect(code(mayRenewKey({ held: held(permissions), key: key[how] }, terms))).toBe(expected)
})

test.each<[KeyOwnership, readonly Permission[], 'in person' | 'by itself' | 'by another key', unknown]>([
  ['own', [], 'in person', true],
  ['own', [], 'by itself', true],
  ['own', [], 'by another key', 'not-permitted'],
  ['own', ['keys.create'], 'by another key', true],
  ['another', ['keys.create'], 'in person', 'not-permitted'],
  ['another', ['keys.manage'], 'in person', true],
])('the end of a key, %s, holding %j, %s: %s', (ownership, permissions, how, expected) => {
  const key = { 'in person': null, 'by itself': 'key_1', 'by another key': 'key_2' } as const
  const answer = mayRevokeKey({ held: held(permissions), key: key[how] }, { id: 'key_1', ownership })
  expect(code(answer)).toBe(expected)
})

test('scopes are chosen from what the role allows, and only ever narrowed', () => {
  expect(scopesOf(['members.read', 'audit.read'], null)).toEqual(['members.read', 'audit.read'])
  expect(scopesOf(['members.read', 'audit.read'], ['audit.read', 'audit.read'])).toEqual(['audit.read'])
  expect(code(scopesOf(['members.read'], ['audit.read']))).toBe('invalid-input')
  expect(code(scopesOf(['members.read'], []))).toBe('invalid-input')
  expect(narrowerScopes(['members.read', 'audit.read'], ['audit.read'])).toEqual(['audit.read'])
  expect(code(narrowerScopes(['members.read'], ['audit.read']))).toBe('key-never-widens')
  expect(code(narrowerScopes(['members.read'], []))).toBe('invalid-input')
})

test.each([
  [null, null, true],
  [11, null, true],
  [10, null, 'expiry-in-the-past'],
  [20, 20, true],
  [21, 20, 'key-outlives'],
  [null, 20, 'key-outlives'],
])('at 10, an end at %s, by a key that ends at %s: %s', (expiresAt, callersEnd, expected) => {
  expect(code(mayEndThen({ expiresAt, callersEnd, now: 10 }))).toBe(expected)
})
