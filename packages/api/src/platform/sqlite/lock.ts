import Sqlite from 'better-sqlite3'

/**
 * Takes the data directory for this process, by a lock of the operating system that ends with it however it
 * ends: there is no stale lock to remove. Throws when another Roster holds it. Answers how to let go.
 */
export function lockDataDirectory(path: string): () => void {
  const lock = new Sqlite(path, { timeout: 1_000 })
  try {
    lock.exec('begin exclusive')
  } catch (reason) {
    lock.close()
    throw new Error(
      'Another Roster is already running on this data directory. Stop it first, or set ROSTER_DATA to another one.',
      { cause: reason },
    )
  }
  return () => lock.close()
}
