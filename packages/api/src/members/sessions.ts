import { type Instant, orThrow } from '@roster/domain'
import { deviceName } from '../identity/device.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { targetOf } from './target.ts'

/** Where a member is signed in. Neither address nor id: nobody but themselves needs to know them. */
export interface MemberSession {
  /** "Firefox on Linux". */
  readonly device: string
  readonly since: Instant
  /** To five minutes. */
  readonly lastSeenAt: Instant
}

/**
 * Where a member's account is signed in at this moment, the session used last first. Accounts are not the
 * organization's, so only what tells one's own device from a stranger's is said. Refuses with `not-found`.
 */
export const sessionsOfMember = query({
  permission: 'members.reset-password',
  input: inOrganization({ member: IdOf('mem') }),
  async run({ db, organization, now }, { member }): Promise<readonly MemberSession[]> {
    const { user } = orThrow(await targetOf(db, organization, member))
    const rows = await db
      .selectFrom('session')
      .select(['user_agent', 'created_at', 'last_seen_at'])
      .where('user_id', '=', user)
      .where('expires_at', '>', now)
      .where('ends_at', '>', now)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map((row) => ({
      device: deviceName(row.user_agent),
      since: row.created_at,
      lastSeenAt: row.last_seen_at,
    }))
  },
})
