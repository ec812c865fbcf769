import { type Email, emailDomain } from '../identity/email.ts'
import { Refusal } from '../refusal.ts'
import type { OrganizationRoleKey } from '../roles/built-in.ts'

export type OrganizationPolicies = {
  /** Who manages members and invitations: owners and admins, or owners only (D2). */
  readonly managedBy: 'admins' | 'owners'
  /** How long invitations stay open, in days, and whether they may stay open for ever. */
  readonly expiryDays: {
    readonly default: number
    readonly min: number
    readonly max: number
    readonly never: boolean
  }
  /** The most members and open invitations together; null is unlimited. */
  readonly seats: number | null
  /** Only addresses at exactly these domains are accepted; none listed accepts all. */
  readonly allowedDomains: readonly string[]
  /** Addresses at these domains and below are never accepted. */
  readonly blockedDomains: readonly string[]
  readonly oneOrganizationPerAccount: boolean
  /** The role of an invitation that names none. */
  readonly defaultRole: Exclude<OrganizationRoleKey, 'owner'>
}

export const DEFAULT_POLICIES: OrganizationPolicies = {
  managedBy: 'admins',
  expiryDays: { default: 7, min: 1, max: 365, never: true },
  seats: null,
  allowedDomains: [],
  blockedDomains: [],
  oneOrganizationPerAccount: false,
  defaultRole: 'member',
}

/**
 * Who manages members is for owners to say (`not-permitted`): else an admin could hand back to admins what the
 * policy "owners only" took from them.
 */
export function mayChangePolicies(change: {
  readonly before: Pick<OrganizationPolicies, 'managedBy'>
  readonly after: Pick<OrganizationPolicies, 'managedBy'>
  readonly byOwner: boolean
}): true | Refusal {
  if (change.byOwner || change.before.managedBy === change.after.managedBy) return true
  return new Refusal('not-permitted', { permission: 'organization.transfer' })
}

/**
 * Whether the organization takes one more invitation for this address: `domain-blocked` or `seat-limit`.
 * `seatsTaken` counts members and open invitations, without the one this would supersede.
 */
export function mayInvite(ask: {
  readonly email: Email
  readonly policies: Pick<OrganizationPolicies, 'allowedDomains' | 'blockedDomains' | 'seats'>
  readonly seatsTaken: number
}): true | Refusal {
  const { allowedDomains, blockedDomains, seats } = ask.policies
  const domain = emailDomain(ask.email)
  const blocked = blockedDomains.some((listed) => domain === listed || domain.endsWith(`.${listed}`))
  const allowed = allowedDomains.length === 0 || allowedDomains.includes(domain)
  if (blocked || !allowed) return new Refusal('domain-blocked', { domain })
  return seats !== null && ask.seatsTaken >= seats ? new Refusal('seat-limit', { seats }) : true
}
