import { Refusal } from '../refusal.ts'
import { DEFAULT_POLICIES, type OrganizationPolicies } from './policies.ts'
import { invalid, isRecord, knows, READERS } from './policy-readers.ts'

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
  const read = <Key extends keyof OrganizationPolicies>(key: Key): OrganizationPolicies[Key] => {
    const value = Object.hasOwn(input, key) ? READERS[key](input[key], base[key]) : base[key]
    if (value instanceof Refusal) throw value
    return value
  }
  try {
    return {
      managedBy: read('managedBy'),
      expiryDays: read('expiryDays'),
      seats: read('seats'),
      allowedDomains: read('allowedDomains'),
      blockedDomains: read('blockedDomains'),
      oneOrganizationPerAccount: read('oneOrganizationPerAccount'),
      defaultRole: read('defaultRole'),
      addToDefaultProjects: read('addToDefaultProjects'),
      joinRequests: read('joinRequests'),
      requireReason: read('requireReason'),
      reminders: read('reminders'),
      historyDays: read('historyDays'),
      auditDays: read('auditDays'),
      projectLabel: read('projectLabel'),
    }
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
}
