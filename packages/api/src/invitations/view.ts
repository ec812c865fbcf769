import {
  accept,
  emailDomain,
  type Instant,
  type InvitationStatus,
  isEmail,
  Refusal,
  status,
  stillOpen,
  type UserId,
} from '@roster/domain'
import { z } from 'zod'
import { verifiedDomains } from '../domains/store.ts'
import { holderOf } from '../identity/store.ts'
import { LinkSecret } from '../platform/input.ts'
import { DELETED_ACCOUNT, pictureAt } from '../platform/people.ts'
import { openQuery } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { admission, giversOf, type Offer } from './admission.ts'
import { membershipsOf } from './behind.ts'
import { weigh } from './given.ts'
import { LinkedInvitation } from './input.ts'
import { type Approach, approach } from './invitee.ts'
import { lastRoles } from './last-roles.ts'
import { defaultPlaces, type PlaceInWords, placesInWords } from './places-view.ts'
import { type RoleInWords, roleInWords } from './role-in-words.ts'
import { NOBODY } from './stored.ts'
import { NO_TERMS, termsOf } from './term.ts'

/** An invitation as the page of its invitee shows it. */
export interface InvitationView {
  readonly status: InvitationStatus
  readonly organization: {
    readonly name: string
    readonly slug: string
    /** The domains it has proven to be its own (O16). */
    readonly domains: readonly string[]
  } | null
  /** `domain` is that of the inviter's address, if they have shown that it is theirs (O16). */
  readonly inviter: {
    readonly name: string
    readonly domain: string | null
    /** The path of their picture, if they have one. */
    readonly avatar: string | null
    readonly verified: boolean
  } | null
  /** The invited address. Of somebody invited by username, only they themself see it. */
  readonly email: string | null
  readonly username: string | null
  readonly role: RoleInWords
  /** The projects and groups it leads to. */
  readonly places: readonly PlaceInWords[]
  readonly expiresAt: Instant | null
  /** How many people are in the organization. */
  readonly members: number
  readonly message: string | null
  readonly you: 'anonymous' | 'addressee' | 'someone-else' | 'member'
  /** Whether there is an account for the address already; told to whoever holds the link. */
  readonly accountExists: boolean
  /** Whether accepting would succeed, as far as it can be known of somebody who is not signed in. */
  readonly acceptable: boolean
  readonly refusal: { readonly code: Refusal['code']; readonly message: string } | null
}

/**
 * What somebody is invited to, by whom, with which role in plain words, and whether it can be accepted (O16). To
 * whoever holds the link, and to the addressee; refuses everybody else with `link-invalid`. Changes nothing (A11).
 */
export const viewInvitation = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({ invitation: LinkedInvitation, secret: LinkSecret.optional() }),
  async run(context, input): Promise<InvitationView> {
    const { db, now } = context
    const approached = await approach(db, context, input)
    const { offer, user, proof, addressee } = approached
    const { invitation, organization } = offer
    const role = (await lastRoles(db, [{ id: invitation.id, organization_id: organization.id }])).get(
      invitation.id,
    )
    if (!role) throw new Error(`invitation ${invitation.id} has never given a role`)
    const refusal = await wouldRefuse(db, approached, now)
    const open = stillOpen(invitation, now) === true
    return {
      status: status(invitation, 'none', now),
      organization: {
        name: organization.name,
        slug: organization.slug,
        domains: await verifiedDomains(db, organization.id),
      },
      inviter: await inviterOf(db, offer),
      email: invitation.user === null ? known(invitation.email) : addressee && user ? user.email : null,
      username: invitation.user === null ? null : await usernameOf(db, invitation.user),
      role: roleInWords(role, organization.policies),
      places: open ? await placesOf(db, offer, now) : [],
      expiresAt: invitation.expiresAt,
      members: await membersOf(db, offer),
      message: invitation.message,
      you: await whoYouAre(db, approached),
      accountExists:
        proof !== 'none' && (invitation.user !== null || (await holderOf(db, invitation.email)) !== null),
      acceptable: refusal === null,
      refusal: refusal && { code: refusal.code, message: refusal.message },
    }
  },
})

/** The invited address, as long as it is kept. */
function known(email: string): string | null {
  return email === NOBODY ? null : email
}

/** What accepting would say now; null when it would succeed. */
async function wouldRefuse(
  db: Reads,
  { offer, user, proof }: Approach,
  now: Instant,
): Promise<Refusal | null> {
  const ruled = user ? accept(offer.invitation, { user, proof }, now) : stillOpen(offer.invitation, now)
  if (ruled instanceof Refusal) return ruled
  const admitted = await admission(db, offer, user, now)
  return admitted instanceof Refusal ? admitted : null
}

/** What it leads to besides the organization, as accepting would give it now. */
async function placesOf(
  db: Reads,
  { invitation, organization }: Offer,
  now: Instant,
): Promise<readonly PlaceInWords[]> {
  const terms = (await termsOf(db, organization, [invitation.id], now)).get(invitation.id) ?? NO_TERMS
  const places = weigh(terms, await giversOf(db, organization, terms, now), now)
  return [
    ...placesInWords(places),
    ...(invitation.defaultProjects ? await defaultPlaces(db, organization, places) : []),
  ]
}

async function whoYouAre(db: Reads, { offer, user, addressee }: Approach): Promise<InvitationView['you']> {
  if (!user) return 'anonymous'
  const { here } = await membershipsOf(db, offer.organization.id, [user.id])
  if (here.size > 0) return 'member'
  return addressee ? 'addressee' : 'someone-else'
}

async function inviterOf(db: Reads, { invitation }: Offer): Promise<InvitationView['inviter']> {
  const row = await db
    .selectFrom('user as u')
    .leftJoin('member as m', (join) =>
      join
        .onRef('m.user_id', '=', 'u.id')
        .on('m.organization_id', '=', invitation.organization)
        .on('m.until', 'is', null),
    )
    .select(['u.name', 'u.email', 'u.email_verified_at', 'u.avatar', 'u.deleted_at', 'm.display_name'])
    .where('u.id', '=', invitation.invitedBy)
    .executeTakeFirst()
  if (!row) return null
  if (row.deleted_at !== null) return { name: DELETED_ACCOUNT, domain: null, avatar: null, verified: false }
  const verified = row.email_verified_at !== null
  const domain = verified && row.email !== null && isEmail(row.email) ? emailDomain(row.email) : null
  return { name: row.display_name ?? row.name, domain, avatar: pictureAt(row.avatar), verified }
}

async function usernameOf(db: Reads, id: UserId): Promise<string | null> {
  const row = await db.selectFrom('user').select('username').where('id', '=', id).executeTakeFirst()
  return row?.username ?? null
}

async function membersOf(db: Reads, { organization }: Offer): Promise<number> {
  const { members } = await db
    .selectFrom('organization_total')
    .select('members')
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow()
  return members
}
