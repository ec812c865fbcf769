import { type Answer, type Proof, Refusal, type UserId } from '@roster/domain'
import { type Account, accountById } from '../identity/store.ts'
import type { LinkKey } from '../platform/links.ts'
import type { Reads } from '../platform/writer.ts'
import { type Offer, offerOf } from './admission.ts'
import { proofOf } from './link.ts'
import type { StoredInvitation } from './stored.ts'

/** An account, with what the rules ask of it. */
export type InviteeAccount = Account & Answer['user']

/** How somebody stands before an invitation. */
export interface Approach {
  readonly offer: Offer
  readonly proof: Proof
  readonly user: InviteeAccount | null
  /** Whether the invitation is for this account. */
  readonly addressee: boolean
}

interface Approaching {
  readonly actor: { readonly id: UserId } | null
  readonly links: LinkKey
}

/**
 * Lets somebody near an invitation who holds its link, or to whose account it is addressed. An unknown one, a wrong
 * or old secret, and an account it is not for are told apart by nobody: `link-invalid`.
 */
export async function approach(
  db: Reads,
  { actor, links }: Approaching,
  { invitation: id, secret }: { readonly invitation: string; readonly secret?: string | undefined },
): Promise<Approach> {
  const offer = await offerOf(db, id)
  // Without an invitation there is a secret to compare all the same, so that the time tells nothing.
  const proof = proofOf(links, offer?.invitation ?? { id, generation: 1 }, secret)
  const user = actor && (await inviteeAccount(db, actor.id))
  const addressee = offer !== undefined && user !== null && isFor(offer.invitation, user)
  if (!offer || proof instanceof Refusal || (proof === 'none' && !addressee))
    throw new Refusal('link-invalid')
  return { offer, proof, user, addressee }
}

/** Whether it is addressed to this account, by username or by its address. */
export function isFor(invitation: Pick<StoredInvitation, 'user' | 'email'>, user: Answer['user']): boolean {
  return invitation.user === null ? invitation.email === user.email : invitation.user === user.id
}

/** The caller's account as the rules of invitations see it, if it is one that can be used. */
export async function inviteeAccount(db: Reads, id: UserId): Promise<InviteeAccount | null> {
  const account = await accountById(db, id)
  return account && { ...account, verified: account.verifiedAt !== null }
}
