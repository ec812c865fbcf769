import { hash } from 'node:crypto'
import { type Id, type Instant, isId, type NewId, type SessionId, type UserId } from '@roster/domain'
import type { CompiledQuery, InferResult } from 'kysely'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Deps } from '../platform/call.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

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

const DAY = 24 * 60 * 60 * 1_000
/** Unused for this long, a session ends; use moves the end on. */
export const IDLE = 7 * DAY
/** However much it is used, it ends after this. */
export const ABSOLUTE = 30 * DAY
/** Use within this time after the last note of it is not written down. */
export const NOTED_EVERY = 5 * 60 * 1_000
/** Signing in once more ends the one that was used least lately. */
export const MOST_SESSIONS = 50

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
  const begun = await lucia(writing(tx, now)).createSession(user, {
    publicId: session,
    lastSeenAt: now,
    address: address.slice(0, 100),
    userAgent: userAgent.slice(0, 500),
  })
  await tx.updateTable('user').set({ last_active_at: now }).where('id', '=', user).execute()
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
  return new Lucia<Attributes>(adapter, {
    sessionExpiresIn: new TimeSpan(IDLE, 'ms'),
    getSessionAttributes: (attributes) => attributes,
  })
}

const neverAsked = (): never => {
  throw new Error('sessions are listed and ended by their public ids, which Lucia does not know')
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

function bearing(db: Reads, tokenHash: string) {
  return db
    .selectFrom('session as s')
    .innerJoin('user as u', 'u.id', 's.user_id')
    .select(['s.id', 's.user_id', 's.expires_at', 's.ends_at', 's.last_seen_at', 's.address', 's.user_agent'])
    .where('s.token_hash', '=', tokenHash)
    .where('u.disabled_at', 'is', null)
    .where('u.deleted_at', 'is', null)
}

type Bearing = InferResult<ReturnType<typeof bearing>>[number]

/** Every call asks this, so it is put together once. */
let found: CompiledQuery<Bearing> | undefined

function reading(db: Reads, now: Instant): Adapter {
  return {
    ...ADAPTER,
    async getSessionAndUser(token) {
      found ??= bearing(db, '').compile()
      const query = { ...found, parameters: [atRest(token)] }
      const [row] = (await db.getExecutor().executeQuery<Bearing>(query)).rows
      if (!row || now >= row.expires_at || now >= row.ends_at) return [null, null]
      const { id: publicId, last_seen_at: lastSeenAt, address, user_agent: userAgent } = row
      const attributes = { publicId, lastSeenAt, address, userAgent }
      return [
        { id: token, userId: row.user_id, expiresAt: NEVER, attributes },
        { id: row.user_id, attributes: {} },
      ]
    },
  }
}

function writing(tx: Transaction, now: Instant): Adapter {
  return {
    ...ADAPTER,
    async setSession({ id: token, userId, attributes }) {
      await tx
        .insertInto('session')
        .values({
          token_hash: atRest(token),
          id: attributes.publicId,
          user_id: userId,
          created_at: now,
          // The span Lucia was given, counted on our clock instead of the one on the wall.
          expires_at: now + IDLE,
          ends_at: now + ABSOLUTE,
          last_seen_at: attributes.lastSeenAt,
          address: attributes.address,
          user_agent: attributes.userAgent,
        })
        .execute()
    },
  }
}

async function noteUse(tx: Transaction, session: SessionId, user: UserId, now: Instant): Promise<void> {
  await tx
    .updateTable('session')
    .set((eb) => ({ last_seen_at: now, expires_at: eb.fn<number>('min', ['ends_at', eb.val(now + IDLE)]) }))
    .where('id', '=', session)
    .where('last_seen_at', '<=', now - NOTED_EVERY)
    .execute()
  await tx
    .updateTable('user')
    .set({ last_active_at: now })
    .where('id', '=', user)
    .where((eb) => eb.or([eb('last_active_at', 'is', null), eb('last_active_at', '<=', now - NOTED_EVERY)]))
    .execute()
}

async function endLeastUsed(tx: Transaction, user: UserId): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('user_id', '=', user)
    .where('id', 'not in', (kept) =>
      kept
        .selectFrom('session')
        .select('id')
        .where('user_id', '=', user)
        .orderBy('last_seen_at', 'desc')
        .orderBy('id', 'desc')
        .limit(MOST_SESSIONS - 1),
    )
    .execute()
}
