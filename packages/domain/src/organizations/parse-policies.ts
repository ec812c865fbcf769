import { canonicalDomain } from '../identity/email.ts'
import { Refusal } from '../refusal.ts'
import { DEFAULT_POLICIES, type OrganizationPolicies } from './policies.ts'

const MOST_DOMAINS = 200
const MOST_DAYS = 3_650
const MOST_SEATS = 10_000_000

/**
 * The policies somebody asks for, on top of today's (`base`): `invalid-input` names the field that is unknown or
 * impossible. Domains are canonicalized and listed once.
 */
export function checkPolicies(input: unknown, base = DEFAULT_POLICIES): OrganizationPolicies | Refusal {
  if (!isRecord(input)) return invalid('policies', 'they are not an object')
  if (!knows(DEFAULT_POLICIES, input)) return invalid('policies', 'there is an unknown one')
  if (isRecord(input.expiryDays) && !knows(DEFAULT_POLICIES.expiryDays, input.expiryDays)) {
    return invalid('expiryDays', 'there is an unknown one')
  }
  return readPolicies(input, base)
}

/**
 * The policies stored with an organization, as JSON text or parsed; what an older version did not know yet has
 * its default. Throws on anything that `checkPolicies` would never have let in: that is damage, not input.
 */
export function parsePolicies(json: unknown): OrganizationPolicies {
  const stored: unknown = typeof json === 'string' ? JSON.parse(json) : json
  const policies = isRecord(stored)
    ? readPolicies(stored, DEFAULT_POLICIES)
    : invalid('policies', 'not an object')
  if (policies instanceof Refusal) throw new TypeError(`Stored policies are damaged: ${policies.message}`)
  return policies
}

function readPolicies(
  input: Readonly<Record<string, unknown>>,
  base: OrganizationPolicies,
): OrganizationPolicies | Refusal {
  const has = (key: keyof OrganizationPolicies) => Object.hasOwn(input, key)

  const managedBy = has('managedBy') ? input.managedBy : base.managedBy
  if (managedBy !== 'admins' && managedBy !== 'owners') return invalid('managedBy', 'choose admins or owners')

  const expiryDays = readExpiry(has('expiryDays') ? input.expiryDays : {}, base.expiryDays)
  if (expiryDays instanceof Refusal) return expiryDays

  const seats = has('seats') ? input.seats : base.seats
  if (seats !== null && !isWhole(seats, 1, MOST_SEATS)) return invalid('seats', 'use a whole number from 1')

  const allowedDomains = has('allowedDomains') ? readDomains(input.allowedDomains) : base.allowedDomains
  if (allowedDomains === null) return invalid('allowedDomains', 'list domains like example.org')
  const blockedDomains = has('blockedDomains') ? readDomains(input.blockedDomains) : base.blockedDomains
  if (blockedDomains === null) return invalid('blockedDomains', 'list domains like example.org')

  const one = has('oneOrganizationPerAccount')
    ? input.oneOrganizationPerAccount
    : base.oneOrganizationPerAccount
  if (typeof one !== 'boolean') return invalid('oneOrganizationPerAccount', 'choose yes or no')

  const defaultRole = has('defaultRole') ? input.defaultRole : base.defaultRole
  if (defaultRole !== 'member' && defaultRole !== 'viewer' && defaultRole !== 'admin') {
    return invalid('defaultRole', 'choose viewer, member or admin')
  }
  return {
    managedBy,
    expiryDays,
    seats,
    allowedDomains,
    blockedDomains,
    oneOrganizationPerAccount: one,
    defaultRole,
  }
}

type ExpiryDays = OrganizationPolicies['expiryDays']

function readExpiry(input: unknown, base: ExpiryDays): ExpiryDays | Refusal {
  if (!isRecord(input)) return invalid('expiryDays', 'it is not an object')
  const { default: chosen, min, max, never } = { ...base, ...input }
  if (!isWhole(min, 1, MOST_DAYS) || !isWhole(max, min, MOST_DAYS)) {
    return invalid('expiryDays', `use whole days from 1 to ${MOST_DAYS}, the least first`)
  }
  if (!isWhole(chosen, min, max)) return invalid('expiryDays', `choose a default from ${min} to ${max} days`)
  if (typeof never !== 'boolean') return invalid('expiryDays', 'choose whether never is possible')
  return { default: chosen, min, max, never }
}

function readDomains(input: unknown): readonly string[] | null {
  if (!Array.isArray(input) || input.length > MOST_DOMAINS) return null
  const domains = input.map((entry: unknown) => (typeof entry === 'string' ? canonicalDomain(entry) : null))
  const known = domains.filter((domain) => domain !== null)
  return known.length === domains.length ? [...new Set(known)] : null
}

function knows(known: object, asked: object): boolean {
  return Object.keys(asked).every((key) => Object.hasOwn(known, key))
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(field: string, reason: string): Refusal {
  return new Refusal('invalid-input', { field, reason })
}
