import { type Email, emailDomain } from '../identity/email.ts'
import { Refusal } from '../refusal.ts'
import type { OrganizationRoleKey } from '../roles/built-in.ts'
import type { Permission } from '../roles/permissions.ts'
import { isElevated } from '../roles/terms.ts'

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
  /** Whether an invitation that does not say puts people into the projects that new members join (D24). */
  readonly addToDefaultProjects: boolean
  /** Whether people who know its address may ask to join. */
  readonly joinRequests: boolean
  /** Whether giving a role that decides about other people takes a reason. */
  readonly requireReason: boolean
  /** Whether invitee and sender are reminded once before an invitation runs out (D43). */
  readonly reminders: boolean
  /** So many days after an invitation was closed its personal data is purged; null keeps it (D34). */
  readonly historyDays: number | null
  /** Entries of the audit trail older than so many days are deleted behind a checkpoint; null keeps them. */
  readonly auditDays: number | null
  /** What the organization calls a project, within a sentence: "project", "workspace" … */
  readonly projectLabel: { readonly one: string; readonly many: string }
}

export const DEFAULT_POLICIES: OrganizationPolicies = {
  managedBy: 'admins',
  expiryDays: { default: 7, min: 1, max: 365, never: true },
  seats: null,
  allowedDomains: [],
  blockedDomains: [],
  oneOrganizationPerAccount: false,
  defaultRole: 'member',
  addToDefaultProjects: false,
  joinRequests: false,
  requireReason: false,
  reminders: true,
  historyDays: null,
  auditDays: null,
  projectLabel: { one: 'project', many: 'projects' },
}

/** The audit trail is kept for as long as changes can be taken back by it, at the least. */
export const LEAST_AUDIT_DAYS = 30

/** What only owners decide; pages say so beside it. */
export const OWNERS_POLICIES = ['managedBy', 'auditDays'] as const
type OwnersPolicies = Pick<OrganizationPolicies, (typeof OWNERS_POLICIES)[number]>

/**
 * Who manages members and how long the audit trail is kept is for owners to say (`not-permitted`): else an admin
 * could hand back to admins what the policy "owners only" took from them, or have their own tracks deleted.
 */
export function mayChangePolicies(change: {
  readonly before: Partial<OwnersPolicies>
  readonly after: Partial<OwnersPolicies>
  readonly byOwner: boolean
}): true | Refusal {
  const same = OWNERS_POLICIES.every((policy) => change.before[policy] === change.after[policy])
  return change.byOwner || same ? true : new Refusal('not-permitted', { permission: 'organization.transfer' })
}

/**
 * A role that decides about other people is given with a reason where the organization asks for one:
 * `reason-required` with the name of the role. Roles given to people, groups and invitations all ask this.
 */
export function mayGiveSilently(giving: {
  readonly policies: Pick<OrganizationPolicies, 'requireReason'>
  readonly role: { readonly name: string; readonly permissions: Iterable<Permission> }
  readonly reason: string | null | undefined
}): true | Refusal {
  const { policies, role, reason } = giving
  if (!policies.requireReason || !isElevated(role)) return true
  return reason?.trim() ? true : new Refusal('reason-required', { field: 'reason', role: role.name })
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
