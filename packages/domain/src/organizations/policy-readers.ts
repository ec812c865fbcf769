import { canonicalDomain } from '../identity/email.ts'
import { plainName } from '../identity/name.ts'
import { Refusal } from '../refusal.ts'
import { LEAST_AUDIT_DAYS, type OrganizationPolicies } from './policies.ts'

const MOST_DOMAINS = 200
const MOST_DAYS = 3_650
const MOST_SEATS = 10_000_000
/** Characters of a word that stands in buttons and in the navigation. */
const LONGEST_LABEL = 24

type Readers = {
  readonly [Key in keyof OrganizationPolicies]: (
    input: unknown,
    today: OrganizationPolicies[Key],
  ) => OrganizationPolicies[Key] | Refusal
}

/** How each policy is read out of anything: the value in canonical form, or `invalid-input` with its name. */
export const READERS: Readers = {
  managedBy: (input) =>
    input === 'admins' || input === 'owners' ? input : invalid('managedBy', 'choose admins or owners'),
  expiryDays: readExpiry,
  seats: (input) =>
    input === null || isWhole(input, 1, MOST_SEATS) ? input : invalid('seats', 'use a whole number from 1'),
  allowedDomains: (input) => readDomains('allowedDomains', input),
  blockedDomains: (input) => readDomains('blockedDomains', input),
  oneOrganizationPerAccount: yesOrNo('oneOrganizationPerAccount'),
  defaultRole: (input) =>
    input === 'member' || input === 'viewer' || input === 'admin'
      ? input
      : invalid('defaultRole', 'choose viewer, member or admin'),
  addToDefaultProjects: yesOrNo('addToDefaultProjects'),
  joinRequests: yesOrNo('joinRequests'),
  requireReason: yesOrNo('requireReason'),
  reminders: yesOrNo('reminders'),
  historyDays: daysOrNull('historyDays', 1),
  auditDays: daysOrNull('auditDays', LEAST_AUDIT_DAYS),
  projectLabel: readLabel,
}

type ExpiryDays = OrganizationPolicies['expiryDays']

function readExpiry(input: unknown, today: ExpiryDays): ExpiryDays | Refusal {
  if (!isRecord(input)) return invalid('expiryDays', 'it is not an object')
  const { default: chosen, min, max, never } = { ...today, ...input }
  if (!isWhole(min, 1, MOST_DAYS) || !isWhole(max, min, MOST_DAYS)) {
    return invalid('expiryDays', `use whole days from 1 to ${MOST_DAYS}, the least first`)
  }
  if (!isWhole(chosen, min, max)) return invalid('expiryDays', `choose a default from ${min} to ${max} days`)
  if (typeof never !== 'boolean') return invalid('expiryDays', 'choose whether never is possible')
  return { default: chosen, min, max, never }
}

function readDomains(field: string, input: unknown): readonly string[] | Refusal {
  if (!Array.isArray(input)) return invalid(field, 'list domains like example.org')
  if (input.length > MOST_DOMAINS) return invalid(field, `list ${MOST_DOMAINS} domains at most`)
  const domains: string[] = []
  for (const entry of input) {
    const domain = typeof entry === 'string' ? canonicalDomain(entry) : null
    if (domain === null)
      return invalid(field, `${String(entry).slice(0, 100)} is not a domain like example.org`)
    domains.push(domain)
  }
  return [...new Set(domains)]
}

function readLabel(input: unknown): OrganizationPolicies['projectLabel'] | Refusal {
  const words = isRecord(input) ? [input.one, input.many] : []
  const [one, many] = words.map((word) => (typeof word === 'string' ? plainName(word) : null))
  if (
    typeof one !== 'string' ||
    typeof many !== 'string' ||
    Math.max(one.length, many.length) > LONGEST_LABEL
  )
    return invalid('projectLabel', `use one or two words, up to ${LONGEST_LABEL} characters`)
  return { one, many }
}

function yesOrNo(field: string) {
  return (input: unknown): boolean | Refusal =>
    typeof input === 'boolean' ? input : invalid(field, 'choose yes or no')
}

function daysOrNull(field: string, least: number) {
  return (input: unknown): number | null | Refusal =>
    input === null || isWhole(input, least, MOST_DAYS)
      ? input
      : invalid(field, `use whole days from ${least} to ${MOST_DAYS}`)
}

/** Whether everything asked for is known. */
export function knows(known: object, asked: object): boolean {
  return Object.keys(asked).every((key) => Object.hasOwn(known, key))
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

/** Whether this is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The refusal of one policy, by name. */
export function invalid(field: string, reason: string): Refusal {
  return new Refusal('invalid-input', { field, reason })
}
