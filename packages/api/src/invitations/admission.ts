import {
  type Answer,
  type HeldAssignment,
  type Instant,
  mayInvite,
  Refusal,
  type UserId,
} from '@roster/domain'
import { assignmentsOf, type Organization, organizationOf } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import { membershipsOf } from './behind.ts'
import { invitationById, type StoredInvitation } from './stored.ts'
import { mayGrantTerms, type Term, termsOf } from './term.ts'

/** An invitation as its invitee meets it. */
export interface Offer {
  readonly invitation: StoredInvitation
  readonly organization: Organization
}

/** The invitation with this id in an organization that still exists; nothing at all for anything else. */
export async function offerOf(db: Reads, id: string): Promise<Offer | undefined> {
  const invitation = await invitationById(db, id)
  const row =
    invitation &&
    (await db
      .selectFrom('organization')
      .select(['id', 'number', 'slug', 'name', 'policies'])
      .where('id', '=', invitation.organization)
      .where('until', 'is', null)
      .executeTakeFirst())
  return row && { invitation, organization: organizationOf(row) }
}

/**
 * What an open invitation gives today, or why today's rules do not let its invitee in although it is open:
 * `invitation-closed` when whoever answers for it may not give it any more (A09) or the role is gone,
 * `already-member`, `other-organization`, `domain-blocked`, `seat-limit`.
 */
export async function admission(
  db: Reads,
  { invitation, organization }: Offer,
  user: Pick<Answer['user'], 'id' | 'email'> | null,
  now: Instant,
): Promise<readonly Term[] | Refusal> {
  const terms = (await termsOf(db, organization, [invitation.id])).get(invitation.id) ?? []
  const backed = await stillBacked(db, organization, terms, now)
  if (backed instanceof Refusal) return backed
  const { here, elsewhere } = await membershipsOf(db, organization.id, user ? [user.id] : [])
  if (here.size > 0) return new Refusal('already-member')
  if (elsewhere.size > 0 && organization.policies.oneOrganizationPerAccount) {
    return new Refusal('other-organization')
  }
  // The invitation has its seat already; what counts now is who sits.
  const seatsTaken = organization.policies.seats === null ? 0 : await members(db, organization)
  const email = user?.email ?? invitation.email
  const welcome = mayInvite({ email, policies: organization.policies, seatsTaken })
  return welcome instanceof Refusal ? welcome : terms
}

/** Whoever gave a term must still be a member who holds all of it. */
async function stillBacked(
  db: Reads,
  organization: Organization,
  terms: readonly Term[],
  now: Instant,
): Promise<true | Refusal> {
  const held = new Map<UserId, readonly HeldAssignment[]>()
  for (const term of terms) {
    if (term.roleEnded) {
      return new Refusal('invitation-closed', { state: 'for a role that does not exist any more' })
    }
    const giver = term.givenBy
    if (giver && !held.has(giver)) held.set(giver, await heldBy(db, organization, giver, now))
    const backed = mayGrantTerms((giver && held.get(giver)) || [], [term])
    if (backed instanceof Refusal) {
      return new Refusal('invitation-closed', { state: 'withdrawn with the rights of its sender' })
    }
  }
  return true
}

async function heldBy(
  db: Reads,
  organization: Organization,
  user: UserId,
  now: Instant,
): Promise<readonly HeldAssignment[]> {
  const member = await db
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select('m.id')
    .where('m.organization_id', '=', organization.id)
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()
  return member ? assignmentsOf(db, organization, member.id, now) : []
}

async function members(db: Reads, organization: Organization): Promise<number> {
  const { members } = await db
    .selectFrom('organization_total')
    .select('members')
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow()
  return members
}
