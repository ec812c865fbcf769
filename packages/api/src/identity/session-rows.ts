import type { Instant, SessionId, UserId } from '@roster/domain'
import type { CompiledQuery, InferResult } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'

const DAY = 24 * 60 * 60 * 1_000
/** Unused for this long, a session ends; use moves the end on. */
export const IDLE = 7 * DAY
/** However much it is used, it ends after this. */
export const ABSOLUTE = 30 * DAY
/** Use within this time after the last note of it is not written down. */
export const NOTED_EVERY = 5 * 60 * 1_000
/** Signing in once more ends the one that was used least lately. */
export const MOST_SESSIONS = 50

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
let prepared: CompiledQuery<Bearing> | undefined

/** The session of a bearer, if it is good at this moment and of somebody neither disabled nor deleted. */
export async function liveSession(db: Reads, tokenHash: string, now: Instant): Promise<Bearing | null> {
  prepared ??= bearing(db, '').compile()
  const query = { ...prepared, parameters: [tokenHash] }
  const [row] = (await db.getExecutor().executeQuery<Bearing>(query)).rows
  return row && now < row.expires_at && now < row.ends_at ? row : null
}

export interface NewSession {
  readonly tokenHash: string
  readonly session: SessionId
  readonly user: UserId
  readonly now: Instant
  readonly address: string
  readonly userAgent: string
}

/** Writes a session that begins now. */
export async function insertSession(
  tx: Transaction,
  { tokenHash, session, user, now, address, userAgent }: NewSession,
): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      id: session,
      user_id: user,
      created_at: now,
      expires_at: now + IDLE,
      ends_at: now + ABSOLUTE,
      last_seen_at: now,
      address: address.slice(0, 100),
      user_agent: userAgent.slice(0, 500),
    })
    .execute()
  await tx.updateTable('user').set({ last_active_at: now }).where('id', '=', user).execute()
}

/** Writes down that a session is in use, and so moves its end on, unless that was done within five minutes. */
export async function noteUse(
  tx: Transaction,
  session: SessionId,
  user: UserId,
  now: Instant,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set((eb) => ({ last_seen_at: now, expires_at: eb.fn<number>('min', ['ends_at', eb.val(now + IDLE)]) }))
    .where('id', '=', session)
    .where('last_seen_at', '<=', now - NOTED_EVERY)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  await tx.updateTable('user').set({ last_active_at: now }).where('id', '=', user).execute()
}

/** Makes room for one more session of a person. */
export async function endLeastUsed(tx: Transaction, user: UserId): Promise<void> {
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
