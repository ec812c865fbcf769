import Sqlite from 'better-sqlite3'
import { explained } from './explained.ts'

/** Another Roster holds the data directory. */
export class DataInUse extends Error {}

/**
 * Takes the data directory for this process, by a lock of the operating system that ends with it however it
 * ends: there is no stale lock to remove. Throws when another Roster holds it, and when it cannot be written.
 * Answers how to let go. One that is about to end is waited for, `patienceMs` at the most.
 */
export function lockDataDirectory(path: string, patienceMs = 1_000): () => void {
  let lock: Sqlite.Database | undefined
  try {
    lock = new Sqlite(path, { timeout: patienceMs })
    lock.exec('begin exclusive')
  } catch (reason) {
    lock?.close()
    if (!isBusy(reason)) throw explained(reason, path)
    throw new DataInUse(
      'Another Roster is already running on this data directory. Stop it first, or set ROSTER_DATA to another one.',
      { cause: reason },
    )
  }
  const held = lock
  return () => held.close()
}

function isBusy(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && String(reason.code).startsWith('SQLITE_BUSY')
}
