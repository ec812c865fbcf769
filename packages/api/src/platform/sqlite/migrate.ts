import type Sqlite from 'better-sqlite3'
import { MIGRATIONS } from './migrations/index.ts'

/** Versions with the WAL-reset corruption bug end here (fixed in 3.51.3). */
export const LEAST_SQLITE = [3, 51, 3] as const

/**
 * Brings the schema up to this release, each migration in a transaction of its own, and answers the names of
 * those that ran. Throws when the file belongs to a newer Roster, or SQLite is one that may corrupt it.
 */
export function migrate(sqlite: Sqlite.Database): readonly string[] {
  refuseOldSqlite(sqlite)
  const version = schemaVersion(sqlite)
  if (version > MIGRATIONS.length) {
    throw new Error(
      `The data was written by a newer Roster (schema ${version}, this one knows ${MIGRATIONS.length}). Start that release, or restore a backup from before the upgrade.`,
    )
  }
  const ran: string[] = []
  for (const [index, [name, statements]] of MIGRATIONS.entries()) {
    if (index < version) continue
    sqlite
      .transaction(() => {
        sqlite.exec(statements)
        sqlite.pragma(`user_version = ${index + 1}`)
      })
      .immediate()
    ran.push(name)
  }
  return ran
}

/** How many migrations the file has seen. */
export function schemaVersion(sqlite: Sqlite.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }))
}

function refuseOldSqlite(sqlite: Sqlite.Database): void {
  const text = sqlite.prepare<[], string>('select sqlite_version()').pluck().get() ?? '0'
  const parts = text.split('.').map(Number)
  for (const [index, least] of LEAST_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least)
      throw new Error(`SQLite ${text} may damage data; ${LEAST_SQLITE.join('.')} or newer is needed.`)
  }
}
