import { openForReading, openForWriting, PreparedConnection } from './sqlite/connection.ts'
import { explained } from './sqlite/explained.ts'
import { queryBuilder } from './sqlite/kysely.ts'
import { migrate } from './sqlite/migrate.ts'
import { type Reads, Writer } from './writer.ts'

/** The one file: a reader that cannot write, and a writer that commits. */
export interface Database {
  readonly reader: Reads
  readonly writer: Writer
  /** The migrations that ran while opening. */
  readonly migrated: readonly string[]
  /** Waits for what is being written, checkpoints and closes. */
  close(): Promise<void>
}

/**
 * Opens and migrates the file; `:memory:` gives a database of its own that both sides share. Throws with a sentence
 * for the operator when it is damaged, cannot be written, is in use, or belongs to a newer Roster.
 */
export function openDatabase(path: string): Database {
  const { writing, migrated, reading } = opened(path)
  const writer = new Writer(writing)
  return {
    reader: queryBuilder(new PreparedConnection(reading)),
    writer,
    migrated,
    async close() {
      await writer.drained()
      if (reading !== writing) reading.close()
      // No "optimize" and no ANALYZE: statistics from a sample of rows once made SQLite scan all roles in every call.
      // Without any, the plans are those of the tests, whatever is in the tables.
      writing.pragma('wal_checkpoint(TRUNCATE)')
      writing.close()
    },
  }
}

/**
 * Opens the file for reading only, as it stands and whatever runs beside. Throws with a sentence for the operator when
 * it cannot be read.
 */
export function openForLooking(path: string): { readonly reader: Reads; close(): void } {
  try {
    const reading = openForReading(path)
    return { reader: queryBuilder(new PreparedConnection(reading)), close: () => void reading.close() }
  } catch (reason) {
    throw explained(reason, path)
  }
}

function opened(path: string) {
  try {
    const writing = openForWriting(path)
    const migrated = migrate(writing)
    return { writing, migrated, reading: path === ':memory:' ? writing : openForReading(path) }
  } catch (reason) {
    throw explained(reason, path)
  }
}
