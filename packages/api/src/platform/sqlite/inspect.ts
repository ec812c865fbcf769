import Sqlite from 'better-sqlite3'
import { openForReading, openForWriting } from './connection.ts'
import { explained } from './explained.ts'
import { LEAST_SQLITE, schemaVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** Which migrations a file has seen, and which ones this release would run. */
export interface SchemaState {
  readonly version: number
  /** The version of this release. */
  readonly known: number
  readonly waiting: readonly string[]
}

/** What SQLite says of a file without changing it. */
export interface Inspection {
  readonly schema: SchemaState
  readonly journalMode: string
  readonly bytes: number
}

/** The SQLite that runs, and the oldest that does not damage data. */
export function sqliteVersion(): { readonly version: string; readonly least: string } {
  const sqlite = new Sqlite(':memory:')
  const version = sqlite.prepare<[], string>('select sqlite_version()').pluck().get() ?? ''
  sqlite.close()
  return { version, least: LEAST_SQLITE.join('.') }
}

/** With which care Roster opens files for writing: 2 is FULL, at each commit. It is of the connection, not the file. */
export function writesDurably(): boolean {
  const sqlite = openForWriting(':memory:')
  const durable = sqlite.pragma('synchronous', { simple: true }) === 2
  sqlite.close()
  return durable
}

/** Looks at a file, also beside a running server. Throws with a sentence for the operator when it cannot be read. */
export function inspect(path: string): Inspection {
  return reading(path, (sqlite) => {
    const version = schemaVersion(sqlite)
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    return {
      schema: {
        version,
        known: MIGRATIONS.length,
        waiting: MIGRATIONS.slice(version).map(([name]) => name),
      },
      journalMode: String(sqlite.pragma('journal_mode', { simple: true })),
      bytes: pages * Number(sqlite.pragma('page_size', { simple: true })),
    }
  })
}

/** What is wrong with a file: pages and indexes first, then rows that point at nothing. Empty for a whole one. */
export function faultsIn(path: string): readonly string[] {
  return reading(path, (sqlite) => {
    const pages = sqlite.prepare<[], string>('pragma integrity_check(20)').pluck().all()
    const broken = pages.filter((said) => said !== 'ok')
    if (broken.length > 0) return broken
    const orphans = sqlite
      .prepare<[], { table: string; parent: string }>(
        'select "table", parent from pragma_foreign_key_check limit 20',
      )
      .all()
    return orphans.map(
      ({ table, parent }) => `a row of ${table} points at a row of ${parent} that is not there`,
    )
  })
}

function reading<T>(path: string, look: (sqlite: Sqlite.Database) => T): T {
  try {
    const sqlite = openForReading(path)
    try {
      return look(sqlite)
    } finally {
      sqlite.close()
    }
  } catch (reason) {
    throw explained(reason, path)
  }
}
