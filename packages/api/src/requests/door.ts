import { type InvitationId, Refusal, type RequestId } from '@roster/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import { accountById } from '../identity/store.ts'
import { openQuery } from '../platform/query.ts'
import { placeNamed } from './place.ts'
import { openRequest } from './store.ts'

/** What an organization that takes requests shows of itself: its name, and how the caller stands to it. */
export interface Door {
  readonly name: string
  readonly slug: string
  readonly you: 'anonymous' | 'outsider' | 'unverified' | 'member'
  /** The caller's own request that waits for an answer. */
  readonly request: RequestId | null
  /** The caller's open invitation, which is quicker than to ask. */
  readonly invitation: InvitationId | null
}

/**
 * The page where somebody outside asks to join. Refuses with `not-found` where an organization takes no requests,
 * exactly as where there is none.
 */
export const organizationDoor = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({ organization: z.string().min(1).max(100) }),
  async run({ db, actor, now }, { organization: named }): Promise<Door> {
    const { organization, member } = await placeNamed(db, named, actor?.id ?? null, now)
    if (!organization.policies.joinRequests) throw new Refusal('not-found')
    const { id, name, slug } = organization
    const face = { name, slug, request: null, invitation: null }
    const account = actor && (await accountById(db, actor.id))
    if (!account) return { ...face, you: 'anonymous' }
    if (member) return { ...face, you: 'member' }
    if (account.verifiedAt === null) return { ...face, you: 'unverified' }
    const { rows } = await sql<{ id: InvitationId }>`
      select i.id from invitation i
        where i.organization_id = ${id} and i.email = ${account.email} and i.state = 'pending'
          and (i.user_id is null or i.user_id = ${account.id}) and (i.expires_at is null or i.expires_at > ${now})
        limit 1
    `.execute(db)
    return {
      ...face,
      you: 'outsider',
      request: await openRequest(db, { organization: id, user: account.id, project: null }),
      invitation: rows[0]?.id ?? null,
    }
  },
})
