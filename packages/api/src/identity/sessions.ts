import { hash } from 'node:crypto'
import { type Id, type Instant, isId, type NewId, type SessionId, type UserId } from '@roster/domain'
import { type Adapter, Lucia } from 'lucia'
import type { Deps } from '../platform/call.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { ABSOLUTE, endLeastUsed, insertSession, liveSession, NOTED_EVERY, noteUse } from './session-rows.ts'

declare module 'lucia' {
  interface Register {
    UserId: Id<'usr'>
    Lucia: Lucia<Attributes>
    DatabaseSessionAttributes: Attributes
  }
}

interface Attributes {
  /** The id for lists. Lucia's own `id` is the bearer. */
  readonly publicId: SessionId
  readonly lastSeenAt: Instant
  readonly address: string
  readonly userAgent: string
}

/** 200 bits in base 32, as Lucia makes them. */
const TOKEN = /^[a-z2-7]{40}$/

/**
 * Begins a session and answers its bearer, which is kept nowhere, its public id, and when it ends at the latest.
 * Always a new bearer, so none that was planted before can become a session (ASVS 7.2.4).
 */
export async function createSession(
  tx: Transaction,
  { newId, now }: { readonly newId: NewId; readonly now: Instant },
  {
    user,
    address,
    userAgent,
  }: { readonly user: UserId; readonly address: string; readonly userAgent: string },
): Promise<{ token: string; session: SessionId; until: Instant }> {
  const session = newId('ses')
  await endLeastUsed(tx, user)
  const attributes = { publicId: session, lastSeenAt: now, address, userAgent }
  const begun = await lucia(writing(tx)).createSession(user, attributes)
  return { token: begun.id, session, until: now + ABSOLUTE }
}

/**
 * Whose session a bearer is, or null: unknown, unused for 7 days, 30 days old, or of somebody disabled or
 * deleted. Reads only; that the session is in use is noted in the background, every five minutes at most.
 */
export async function validateSession(
  deps: Pick<Deps, 'reader' | 'writer' | 'clock'>,
  token: string,
  now: Instant = deps.clock(),
): Promise<{ readonly user: UserId; readonly session: SessionId } | null> {
  if (!TOKEN.test(token)) return null
  const { session } = await lucia(reading(deps.reader, now)).validateSession(token)
  if (!session) return null
  if (now - session.lastSeenAt >= NOTED_EVERY) {
    // Nobody waits for this, and a full disk or a busy file must not sign people out: the next call notes it.
    deps.writer.run((tx) => noteUse(tx, session.publicId, session.userId, now)).catch(() => undefined)
  }
  return { user: session.userId, session: session.publicId }
}

/** One session, or all of a person but the one they keep. */
export type Ended =
  | { readonly user: UserId; readonly except?: string | null }
  | { readonly session: string; readonly user?: UserId }

/** Ends sessions, by their public ids, and answers how many there were. */
export async function revokeSessions(tx: Transaction, ended: Ended): Promise<number> {
  let sessions = tx.deleteFrom('session')
  if (ended.user) sessions = sessions.where('user_id', '=', ended.user)
  if ('session' in ended) {
    if (!isId('ses', ended.session)) return 0
    sessions = sessions.where('id', '=', ended.session)
  } else if (ended.except && isId('ses', ended.except)) {
    sessions = sessions.where('id', '<>', ended.except)
  }
  const { numDeletedRows } = await sessions.executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Takes out sessions that have run out, which open nothing any more, and answers how many. Run it now and then. */
export function purgeExpiredSessions(deps: Pick<Deps, 'writer' | 'clock'>): Promise<number> {
  return deps.writer.run(async (tx) => {
    const gone = await tx
      .deleteFrom('session')
      .where('expires_at', '<=', deps.clock())
      .executeTakeFirstOrThrow()
    return Number(gone.numDeletedRows)
  })
}

/** What the table keeps of a bearer: it finds the session and opens nothing. */
function atRest(token: string): string {
  return hash('sha256', token)
}

/** Lucia over an adapter made for one call, because clock and transaction are those of the call. */
function lucia(adapter: Adapter): Lucia<Attributes> {
  return new Lucia<Attributes>(adapter, { getSessionAttributes: (attributes) => attributes })
}

const neverAsked = (): never => {
  throw new Error('sessions are listed, moved on and ended by their public ids, which Lucia does not know')
}
const ADAPTER: Adapter = {
  getSessionAndUser: neverAsked,
  getUserSessions: neverAsked,
  setSession: neverAsked,
  updateSessionExpiration: neverAsked,
  deleteSession: neverAsked,
  deleteUserSessions: neverAsked,
  deleteExpiredSessions: neverAsked,
}

/** Lucia compares with the clock on the wall. Whether a session has run out is seen here, by the clock of the call. */
const NEVER = new Date(8.64e15)

function reading(db: Reads, now: Instant): Adapter {
  return {
    ...ADAPTER,
    async getSessionAndUser(token) {
      const row = await liveSession(db, atRest(token), now)
      if (!row) return [null, null]
      const { id: publicId, last_seen_at: lastSeenAt, address, user_agent: userAgent } = row
      const attributes = { publicId, lastSeenAt, address, userAgent }
      return [
        { id: token, userId: row.user_id, expiresAt: NEVER, attributes },
        { id: row.user_id, attributes: {} },
      ]
    },
  }
}

function writing(tx: Transaction): Adapter {
  return {
    ...ADAPTER,
    async setSession({ id: token, userId: user, attributes }) {
      const { publicId: session, lastSeenAt: now, address, userAgent } = attributes
      // When it ends is counted from the call's clock there, not from Lucia's.
      await insertSession(tx, { tokenHash: atRest(token), session, user, now, address, userAgent })
    },
  }
}
