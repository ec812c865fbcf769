import { type DomainId, Refusal } from '@roster/domain'
import { z } from 'zod'
import { membershipsOf } from '../invitations/behind.ts'
import { openQuery } from '../platform/query.ts'
import { addressOf, doorFor, isInvited } from './door.ts'

/** An organization that the caller may join by their address. */
export interface JoinableOrganization {
  readonly domain: DomainId
  /** The domain of the caller's own address. */
  readonly name: string
  readonly organization: { readonly name: string; readonly slug: string }
  readonly role: { readonly name: string }
  readonly members: number
}

/**
 * The organizations that let people with the caller's address in, without those they are in or invited to. Nothing
 * before the address was shown to be theirs.
 */
export const joinable = openQuery({
  opensTo: 'signed-in',
  input: z.strictObject({}),
  async run({ db, actor }): Promise<readonly JoinableOrganization[]> {
    const email = await addressOf(db, actor.id)
    if (email instanceof Refusal) return []
    const door = await doorFor(db, email)
    if (!door) return []
    const { organization, domain, name, role, members } = door
    const { here } = await membershipsOf(db, organization.id, [actor.id])
    if (here.size > 0 || (await isInvited(db, organization.id, { user: actor.id, email }))) return []
    return [
      {
        domain,
        name,
        organization: { name: organization.name, slug: organization.slug },
        role: { name: role.name },
        members,
      },
    ]
  },
})
