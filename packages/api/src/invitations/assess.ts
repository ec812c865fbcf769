import {
  type Email,
  type HeldAssignment,
  type Instant,
  type InvitationId,
  mayInvite,
  type Recipient,
  Refusal,
  type UserId,
} from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import { type Account, type Accounts, accountsBehind } from './behind.ts'
import { mailedLately } from './flood.ts'
import { openInvitations } from './open.ts'
import type { StoredInvitation } from './stored.ts'
import { mayGrantTerms, NO_TERMS, type Terms, termsOf } from './term.ts'

/** Somebody who may be invited, and what that takes the place of. */
export interface Invitee {
  readonly email: Email
  /** Set when invited by username: then only this account may accept, and the address stays between it and us. */
  readonly user: UserId | null
  /** The account behind it, whose own pages show the invitation. */
  readonly account: UserId | null
  /** Open invitations to the same person. */
  readonly supersedes: readonly StoredInvitation[]
  /** What those give. */
  readonly superseded: readonly Terms[]
}

/** What one call has invited so far: it goes through in chunks, and nobody is invited twice by it. */
export interface CallSoFar {
  readonly emails: Set<string>
  readonly superseded: Set<InvitationId>
}

export const nothingSoFar = (): CallSoFar => ({ emails: new Set(), superseded: new Set() })

interface Asking {
  readonly organization: Organization
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
  /** Seats taken by invitations that are to be sent before these and are not there yet. */
  readonly seatsBefore?: number
}

/**
 * Who of these may be invited today, in their order; sending and checking both ask this. Refuses each by itself:
 * `invalid-email`, `invalid-username`, `username-unknown`, `already-invited` (twice in one
 * call), `already-member`, `other-organization`, `domain-blocked`, `seat-limit`, `too-many-attempts`, and
 * `beyond-your-own` when it would take an open invitation's place that the caller may not touch. What it says of
 * a username never tells the address behind it.
 */
export async function assess(
  db: Reads,
  { organization, held, now, seatsBefore = 0 }: Asking,
  recipients: readonly Recipient[],
  soFar: CallSoFar,
): Promise<readonly (Invitee | Refusal)[]> {
  const accounts = await accountsBehind(db, organization.id, recipients)
  const found = recipients.map((recipient) => invitee(recipient, accounts))
  const candidates = found.flatMap((one) => (one instanceof Refusal ? [] : [one]))
  const emails = candidates.map((one) => one.email)
  const open = await openInvitations(db, organization.id, emails, [...accounts.byEmail.values()])
  const terms = await termsOf(db, organization, open.ids, now)
  const mailed = await mailedLately(db, organization.id, emails, now)
  const present = organization.policies.seats === null ? 0 : await seatsTaken(db, organization)
  const seats = { taken: present + seatsBefore }

  const verdict = (candidate: Candidate): Invitee | Refusal => {
    const { email, account, user } = candidate
    if (soFar.emails.has(email)) return new Refusal('already-invited')
    if (account?.memberHere) return new Refusal('already-member')
    if (account?.memberElsewhere && organization.policies.oneOrganizationPerAccount) {
      return new Refusal('other-organization')
    }
    const supersedes = open.to(email, account).filter((invitation) => !soFar.superseded.has(invitation.id))
    const taken = seats.taken - supersedes.length
    const welcome = mayInvite({ email, policies: organization.policies, seatsTaken: taken })
    if (welcome instanceof Refusal) return user === null ? welcome : withoutAddress(welcome)
    for (const invitation of supersedes) {
      const mine = mayGrantTerms(held, terms.get(invitation.id) ?? NO_TERMS)
      if (mine instanceof Refusal) return mine
    }
    const quiet = mailed.take(email)
    if (quiet instanceof Refusal) return quiet

    soFar.emails.add(email)
    for (const invitation of supersedes) soFar.superseded.add(invitation.id)
    seats.taken = taken + 1
    const superseded = supersedes.map(({ id }) => terms.get(id) ?? NO_TERMS)
    return { email, user, account: account?.id ?? null, supersedes, superseded }
  }
  return found.map((one) => (one instanceof Refusal ? one : verdict(one)))
}

interface Candidate {
  readonly email: Email
  readonly user: UserId | null
  readonly account: Account | undefined
}

function invitee(recipient: Recipient, { byEmail, byUsername }: Accounts): Candidate | Refusal {
  if (recipient.kind === 'invalid') return recipient.refusal
  if (recipient.kind === 'email') {
    return { email: recipient.email, user: null, account: byEmail.get(recipient.email) }
  }
  const account = byUsername.get(recipient.username)
  return account
    ? { email: account.email, user: account.id, account }
    : new Refusal('username-unknown', { username: recipient.username })
}

/** The sender typed a username; which domain its address is at is not theirs to know. */
export function withoutAddress(refusal: Refusal): Refusal {
  return refusal.code === 'domain-blocked'
    ? new Refusal('domain-blocked', { domain: 'their domain' })
    : refusal
}

async function seatsTaken(db: Reads, organization: Organization): Promise<number> {
  const { members, invitations } = await db
    .selectFrom('organization_total')
    .select(['members', 'invitations'])
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow()
  return members + invitations
}
