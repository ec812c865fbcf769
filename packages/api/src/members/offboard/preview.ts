import { orThrow, Refusal, type RefusalCode } from '@roster/domain'
import { IdOf, inOrganization } from '../../platform/input.ts'
import { query } from '../../platform/query.ts'
import type { RoleRef } from '../../roles/store.ts'
import { mayRemove } from '../may-remove.ts'
import { targetOf } from '../target.ts'
import { openSentBy } from './sent.ts'
import { type StandingCounts, standingCounts } from './standing.ts'

/** What offboarding somebody would end, in numbers. */
export interface OffboardPreview extends StandingCounts {
  readonly name: string
  readonly role: RoleRef
  /** Open ones that they sent. */
  readonly invitations: number
  readonly sessions: number
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

/** For the confirmation before somebody is offboarded. Refuses with `not-found`. */
export const offboardPreview = query({
  permission: 'members.remove',
  input: inOrganization({ member: IdOf('mem') }),
  async run(context, { member }): Promise<OffboardPreview> {
    const { db, organization, now } = context
    const target = orThrow(await targetOf(db, organization, member))
    const allowed = mayRemove(context, target)
    const { id, key, name } = target.role
    const { sessions } = await db
      .selectFrom('session')
      .select(({ fn }) => fn.countAll<number>().as('sessions'))
      .where('user_id', '=', target.user)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow()
    return {
      name: target.name,
      role: { id, key, name },
      ...(await standingCounts(db, organization.id, member, now)),
      invitations: (await openSentBy(db, organization.id, target.user)).length,
      sessions,
      refusal: allowed instanceof Refusal ? { code: allowed.code, message: allowed.message } : null,
    }
  },
})
