import { canonicalDomain, type Email, emailDomain } from '../identity/email.ts'
import type { Instant } from '../ids.ts'
import { DAY } from '../invitations/expiry.ts'
import { Refusal } from '../refusal.ts'
import type { BuiltInKey } from '../roles/built-in.ts'
import type { Permission } from '../roles/permissions.ts'
import { isElevated } from '../roles/terms.ts'
import { isPublicDomain } from './public.ts'

/**
 * Who may read the mail that proves a domain: names that every mail domain reserves for those who run it (RFC 2142,
 * and section 3.2.2.4.4 of the CA/Browser Forum's baseline requirements).
 */
export const PROOF_MAILBOXES = ['postmaster', 'admin'] as const
export type ProofMailbox = (typeof PROOF_MAILBOXES)[number]

/** How long the link in such a mail can be used. */
export const PROOF_LIFETIME = 3 * DAY
/** Time between two proof mails for the same domain: they go to people who did not ask for them. */
const PROOF_PAUSE = 5 * 60_000
/** Such mails to one domain within a day, whoever asks for them. */
const MOST_PROOFS_A_DAY = 10
/** Domains of one organization. */
export const MOST_DOMAINS_PROVEN = 20

/**
 * The canonical name of a domain somebody may prove to be theirs: `invalid-input` for what is no host name, and
 * `domain-public` where anybody can have an address.
 */
export function provableDomain(text: string): string | Refusal {
  const name = canonicalDomain(text)
  if (name === null)
    return new Refusal('invalid-input', { field: 'name', reason: 'write it like example.org' })
  return isPublicDomain(name) ? new Refusal('domain-public', { field: 'name', domain: name }) : name
}

/** The address that the proof goes to. */
export function proofAddress(domain: { readonly mailbox: ProofMailbox; readonly name: string }): Email {
  return `${domain.mailbox}@${domain.name}`
}

/** What is known of a domain: read off the clock, never stored. */
export type DomainStatus = 'verified' | 'waiting' | 'expired'
export function domainStatus(
  domain: { readonly verifiedAt: Instant | null; readonly expiresAt: Instant },
  now: Instant,
): DomainStatus {
  if (domain.verifiedAt !== null) return 'verified'
  return now < domain.expiresAt ? 'waiting' : 'expired'
}

/**
 * Whether another proof mail may be sent to a domain that got these within the last day, the oldest first:
 * `too-many-attempts` within five minutes of the last one, and after ten.
 */
export function maySendProof(sent: readonly Instant[], now: Instant): true | Refusal {
  const pause = (sent.at(-1) ?? Number.NEGATIVE_INFINITY) + PROOF_PAUSE
  const day = (sent.at(-MOST_PROOFS_A_DAY) ?? Number.NEGATIVE_INFINITY) + DAY
  const left = Math.max(pause, day) - now
  return left > 0 ? new Refusal('too-many-attempts', { seconds: Math.ceil(left / 1_000) }) : true
}

/**
 * With which role people may join by themselves: none that decides about other people, whoever has an address there
 * (`auto-join-role`).
 */
export function mayJoinAlone(role: {
  readonly key: BuiltInKey | null
  readonly permissions: Iterable<Permission>
}): true | Refusal {
  const powerful = role.key === 'owner' || role.key === 'admin' || isElevated(role)
  return powerful ? new Refusal('auto-join-role', { field: 'role' }) : true
}

/** Whether somebody's address is at exactly this domain; those below it are other people's to give out. */
export function isAt(email: Email, domain: string): boolean {
  return emailDomain(email) === domain
}
