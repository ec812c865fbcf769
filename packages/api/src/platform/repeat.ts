import { type ApiKeyId, type Instant, Refusal } from '@roster/domain'
import type { Reads, Transaction } from './writer.ts'

/**
 * A call that may come again, since its caller could not know whether it was carried out
 * (draft-ietf-httpapi-idempotency-key-header). What it answered is kept in the transaction that did it, so it is
 * done once, whatever is cut short; a refused call did nothing and may simply be tried again.
 */
export interface Repeat {
  readonly caller: ApiKeyId
  /** The caller's word for the call, hashed. */
  readonly key: string
  /** SHA-256 of what was asked. */
  readonly fingerprint: string
  /** The answer as it may be kept: secrets are shown once. */
  withoutSecrets(answer: unknown): unknown
  /** Tells the door that this was answered before. */
  replayed(): void
}

/** How long answers are kept. */
const KEPT_FOR_MS = 24 * 3_600_000

/**
 * What the same call was answered; null when it comes for the first time. Refuses with `repeat-differs` where the
 * same word stood for something else.
 */
export async function answeredBefore(
  db: Reads,
  repeat: Repeat,
): Promise<{ readonly answer: unknown } | null> {
  const row = await rowOf(db, repeat)
  if (!row?.answer) return null
  repeat.replayed()
  return { answer: JSON.parse(row.answer) }
}

/** Keeps what a call answered, beside what it did. */
export async function keepAnswer(
  tx: Transaction,
  repeat: Repeat,
  now: Instant,
  answer: unknown,
): Promise<void> {
  await insert(tx, repeat, now, JSON.stringify(repeat.withoutSecrets(answer) ?? null))
}

/** What a bulk call was answered for its first items, by this call or one before that was cut short. */
export async function outcomesBefore<Outcome>(
  db: Reads,
  repeat: Repeat,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly finished: boolean }> {
  const row = await rowOf(db, repeat)
  if (!row) return { outcomes: [], finished: false }
  const parts = await db
    .selectFrom('repeat_part')
    .select('outcomes')
    .where('caller', '=', repeat.caller)
    .where('key', '=', repeat.key)
    .orderBy('first')
    .execute()
  repeat.replayed()
  return {
    outcomes: parts.flatMap(({ outcomes }) => outcomesIn<Outcome>(outcomes)),
    finished: row.answer !== null,
  }
}

/**
 * Keeps what a chunk of a bulk call was answered, in the chunk's own transaction. Refuses with `repeat-under-way`
 * where the same call, made at the same time, came first.
 */
export async function keepOutcomes(
  tx: Transaction,
  repeat: Repeat,
  now: Instant,
  part: { readonly first: number; readonly outcomes: readonly unknown[]; readonly last: boolean },
): Promise<void> {
  const row = await rowOf(tx, repeat)
  if (!row) await insert(tx, repeat, now, part.last ? 'true' : null)
  else if (row.answer) throw new Refusal('repeat-under-way')
  else if (part.last)
    await tx
      .updateTable('repeat')
      .set({ answer: 'true' })
      .where('caller', '=', repeat.caller)
      .where('key', '=', repeat.key)
      .execute()
  const { first, outcomes } = part
  const kept = await tx
    .insertInto('repeat_part')
    .values({
      caller: repeat.caller,
      key: repeat.key,
      first,
      outcomes: JSON.stringify(outcomes.map((outcome) => repeat.withoutSecrets(outcome))),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('first')
    .execute()
  if (kept.length === 0) throw new Refusal('repeat-under-way')
}

/** Forgets answers a day after they were given, some at a time; answers how many. */
export async function forgetRepeats(tx: Transaction, now: Instant, most: number): Promise<number> {
  const old = await tx
    .selectFrom('repeat')
    .select(['caller', 'key'])
    .where('created_at', '<', now - KEPT_FOR_MS)
    .limit(most)
    .execute()
  for (const { caller, key } of old)
    await tx.deleteFrom('repeat').where('caller', '=', caller).where('key', '=', key).execute()
  return old.length
}

async function rowOf(db: Reads, repeat: Repeat) {
  const row = await db
    .selectFrom('repeat')
    .select(['fingerprint', 'answer'])
    .where('caller', '=', repeat.caller)
    .where('key', '=', repeat.key)
    .executeTakeFirst()
  if (row && row.fingerprint !== repeat.fingerprint)
    throw new Refusal('repeat-differs', { field: 'Idempotency-Key' })
  return row
}

async function insert(tx: Transaction, repeat: Repeat, now: Instant, answer: string | null): Promise<void> {
  const { caller, key, fingerprint } = repeat
  await tx.insertInto('repeat').values({ caller, key, fingerprint, answer, created_at: now }).execute()
}

/** Written by `keepOutcomes` out of what the same command answered. */
function outcomesIn<Outcome>(text: string): readonly Outcome[] {
  return JSON.parse(text)
}
