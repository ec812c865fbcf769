import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkPolicies, parsePolicies } from './parse-policies.ts'
import {
  DEFAULT_POLICIES,
  mayChangePolicies,
  mayGiveSilently,
  mayInvite,
  type OrganizationPolicies,
} from './policies.ts'

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('the policies of an organization', () => {
  test('are the default ones until somebody says otherwise', () => {
    expect(parsePolicies('{}')).toEqual(DEFAULT_POLICIES)
    expect(parsePolicies({ seats: 5 })).toEqual({ ...DEFAULT_POLICIES, seats: 5 })
    expect(parsePolicies(JSON.stringify(DEFAULT_POLICIES))).toEqual(DEFAULT_POLICIES)
  })

  test('change field by field on top of today’s', () => {
    const today = { ...DEFAULT_POLICIES, seats: 5, managedBy: 'owners' } as const
    expect(checkPolicies({ expiryDays: { max: 30 } }, today)).toEqual({
      ...today,
      expiryDays: { default: 7, min: 1, max: 30, never: true },
    })
  })

  test('D33 list domains in canonical form, each once', () => {
    expect(checkPolicies({ allowedDomains: ['@ACME.test', 'acme.test', 'b.example '] })).toMatchObject({
      allowedDomains: ['acme.test', 'b.example'],
    })
  })

  test.each([
    null,
    [],
    'text',
    { unknown: 1 },
    JSON.parse('{"__proto__": {"seats": 1}}'),
    { managedBy: 'admin' },
    { managedBy: null },
    { expiryDays: null },
    { expiryDays: { min: 0 } },
    { expiryDays: { min: 8 } },
    { expiryDays: { max: 6 } },
    { expiryDays: { max: 4_000 } },
    { expiryDays: { default: 1.5 } },
    { expiryDays: { never: 1 } },
    { expiryDays: { sometimes: true } },
    { seats: 0 },
    { seats: -1 },
    { seats: '5' },
    { seats: Number.NaN },
    { allowedDomains: 'acme.test' },
    { allowedDomains: ['acme'] },
    { blockedDomains: [1] },
    { oneOrganizationPerAccount: 'yes' },
    { defaultRole: 'owner' },
    { defaultRole: 'editor' },
    { addToDefaultProjects: null },
    { joinRequests: 'on' },
    { requireReason: 1 },
    { reminders: null },
    { historyDays: 0 },
    { historyDays: 1.5 },
    { auditDays: 29 },
    { auditDays: 3_651 },
    { allowedDomains: Array.from({ length: 201 }, (_, index) => `d${index}.test`) },
  ])('%j is refused', (input) => {
    expect(code(checkPolicies(input))).toBe('invalid-input')
  })

  test('stored ones that are damaged stop everything instead of opening something', () => {
    expect(() => parsePolicies({ managedBy: 'anyone' })).toThrow(TypeError)
    expect(() => parsePolicies('[]')).toThrow(TypeError)
    expect(() => parsePolicies('{')).toThrow()
  })
})

test('D2 an admin cannot take back what the policy owners only took', () => {
  const owners = { ...DEFAULT_POLICIES, managedBy: 'owners' } as const
  const change = { before: owners, after: DEFAULT_POLICIES }
  expect(code(mayChangePolicies({ ...change, byOwner: false }))).toBe('not-permitted')
  expect(mayChangePolicies({ ...change, byOwner: true })).toBe(true)
  expect(mayChangePolicies({ before: owners, after: owners, byOwner: false })).toBe(true)
})

test('an admin cannot have the trail of what they did deleted sooner', () => {
  const change = { before: DEFAULT_POLICIES, after: { ...DEFAULT_POLICIES, auditDays: 30 } }
  expect(code(mayChangePolicies({ ...change, byOwner: false }))).toBe('not-permitted')
  expect(mayChangePolicies({ ...change, byOwner: true })).toBe(true)
})

test('a role that decides about others takes a reason where the organization asks for one, and no other role', () => {
  const admin = { name: 'Admin', permissions: ['members.read', 'members.update'] } as const
  const viewer = { name: 'Viewer', permissions: ['members.read'] } as const
  const asking = { ...DEFAULT_POLICIES, requireReason: true }
  expect(mayGiveSilently({ policies: DEFAULT_POLICIES, role: admin, reason: null })).toBe(true)
  expect(mayGiveSilently({ policies: asking, role: viewer, reason: undefined })).toBe(true)
  expect(mayGiveSilently({ policies: asking, role: admin, reason: 'Covers for Grace' })).toBe(true)
  for (const reason of [null, undefined, '', '  '])
    expect(mayGiveSilently({ policies: asking, role: admin, reason })).toMatchObject({
      code: 'reason-required',
      facts: { field: 'reason', role: 'Admin' },
    })
})

describe('mayInvite', () => {
  const ask = { email: 'eve@acme.test', policies: DEFAULT_POLICIES, seatsTaken: 1_000_000 } as const

  test('T7 has no cap by default', () => {
    expect(mayInvite(ask)).toBe(true)
  })

  test('D33 takes the allowed domains exactly, and blocks with everything below', () => {
    const allowing = { ...DEFAULT_POLICIES, allowedDomains: ['acme.test'] }
    const blocking = { ...DEFAULT_POLICIES, blockedDomains: ['acme.test'] }
    const by = (policies: OrganizationPolicies, email: `${string}@${string}`) =>
      code(mayInvite({ ...ask, policies, email }))
    expect(by(allowing, 'eve@acme.test')).toBe(true)
    expect(by(allowing, 'eve@mail.acme.test')).toBe('domain-blocked')
    expect(by(allowing, 'eve@evilacme.test')).toBe('domain-blocked')
    expect(by(blocking, 'eve@acme.test')).toBe('domain-blocked')
    expect(by(blocking, 'eve@mail.acme.test')).toBe('domain-blocked')
    expect(by(blocking, 'eve@evilacme.test')).toBe(true)
    expect(by({ ...allowing, blockedDomains: ['acme.test'] }, 'eve@acme.test')).toBe('domain-blocked')
  })

  test('a seat limit counts the seat that would be taken', () => {
    const policies = { ...DEFAULT_POLICIES, seats: 10 }
    expect(mayInvite({ ...ask, policies, seatsTaken: 9 })).toBe(true)
    expect(mayInvite({ ...ask, policies, seatsTaken: 10 })).toMatchObject({
      code: 'seat-limit',
      facts: { seats: 10 },
    })
  })
})
