import { Refusal } from '@roster/domain'
import { sql } from 'kysely'
import type { Transaction } from './writer.ts'

/**
 * One item of a bulk command that may be refused half-way through its writing: then nothing of it stays, and the
 * refusal is the answer. Anything else that is thrown fails the whole transaction, as everywhere.
 */
export async function attempt<T>(tx: Transaction, work: () => Promise<T>): Promise<T | Refusal> {
  await sql`savepoint item`.execute(tx)
  try {
    const value = await work()
    await sql`release item`.execute(tx)
    return value
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    await sql`rollback to item`.execute(tx)
    await sql`release item`.execute(tx)
    return reason
  }
}
