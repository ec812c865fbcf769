import { type Answer, type Instant, mayInvite, Refusal, type UserId } from '@roster/domain'
import { isBound } from '../organizations/store.ts'
import { assignmentsOf, type Organization, organizationOf } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import { membershipsOf } from './behind.ts'
import { type Giver, type WeighedPlaces, weigh } from './given.ts'
import { managedBy } from './group-term.ts'
import { invitationById, type StoredInvitation } from './stored.ts'
import { mayGrantTerm, NO_TERMS, roleTermOf, type Term, type Terms, termsOf } from './term.ts'

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

/** What somebody gets by accepting today. */
export interface Admitted {
  readonly role: Term
  readonly places: WeighedPlaces
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
): Promise<Admitted | Refusal> {
  const terms = (await termsOf(db, organization, [invitation.id], now)).get(invitation.id) ?? NO_TERMS
  const givers = await giversOf(db, organization, terms, now)
  const role = roleTermOf(terms)
  const backed = stillBacked(role, givers(role.givenBy))
  if (backed instanceof Refusal) return backed
  const { here, elsewhere } = await membershipsOf(db, organization.id, user ? [user.id] : [])
  if (here.size > 0) return new Refusal('already-member')
  if (elsewhere.size > 0 && organization.policies.oneOrganizationPerAccount) {
    return new Refusal('other-organization')
  }
  if (user && (await isBound(db, user.id))) return new Refusal('other-organization')
  // The invitation has its seat already; what counts now is who sits.
  const seatsTaken = organization.policies.seats === null ? 0 : await members(db, organization)
  const email = user?.email ?? invitation.email
  const welcome = mayInvite({ email, policies: organization.policies, seatsTaken })
  return welcome instanceof Refusal ? welcome : { role, places: weigh(terms, givers, now) }
}

/** Whoever answers for the role at the organization must still be a member who holds all of it. */
function stillBacked(role: Term, giver: Giver): true | Refusal {
  if (role.roleEnded) {
    return new Refusal('invitation-closed', { state: 'for a role that does not exist any more' })
  }
  return mayGrantTerm(giver?.held ?? [], role) === true
    ? true
    : new Refusal('invitation-closed', { state: 'withdrawn with the rights of its sender' })
}

/** Everybody who answers for a part of these terms, as they stand today. */
export async function giversOf(
  db: Reads,
  organization: Organization,
  { roles, groups }: Terms,
  now: Instant,
): Promise<(user: UserId | null) => Giver> {
  const users = new Set([...roles, ...groups].flatMap(({ givenBy }) => (givenBy ? [givenBy] : [])))
  const givers = new Map<UserId, Giver>()
  for (const user of users) givers.set(user, await giver(db, organization, user, now))
  return (user) => (user && givers.get(user)) ?? null
}

async function giver(db: Reads, organization: Organization, user: UserId, now: Instant): Promise<Giver> {
  const member = await db
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select('m.id')
    .where('m.organization_id', '=', organization.id)
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('u.disabled_at', 'is', null)
    .executeTakeFirst()
  return member
    ? {
        held: await assignmentsOf(db, organization, member.id, now),
        manages: await managedBy(db, organization.id, member.id),
      }
    : null
}

async function members(db: Reads, organization: Organization): Promise<number> {
  const { members } = await db
    .selectFrom('organization_total')
    .select('members')
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow()
  return members
}
