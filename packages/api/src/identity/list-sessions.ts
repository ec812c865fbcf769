import type { Instant, SessionId } from '@roster/domain'
import { z } from 'zod'
import { openQuery } from '../platform/query.ts'
import { deviceName } from './device.ts'

export interface SessionView {
  readonly id: SessionId
  /** Whether this very call came with it. */
  readonly current: boolean
  /** "Firefox on Linux". */
  readonly device: string
  readonly address: string
  readonly createdAt: Instant
  /** To five minutes. */
  readonly lastSeenAt: Instant
  /** When it ends if it is not used until then. */
  readonly endsAt: Instant
}

/** The caller's sessions that are good at this moment, the one used last first. Their ids open nothing. */
export const listSessions = openQuery({
  opensTo: 'signed-in',
  input: z.strictObject({}),
  async run({ db, actor, now, session }): Promise<SessionView[]> {
    const rows = await db
      .selectFrom('session')
      .select(['id', 'user_agent', 'address', 'created_at', 'last_seen_at', 'expires_at'])
      .where('user_id', '=', actor.id)
      .where('expires_at', '>', now)
      .where('ends_at', '>', now)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      current: row.id === session,
      device: deviceName(row.user_agent),
      address: row.address,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      endsAt: row.expires_at,
    }))
  },
})
