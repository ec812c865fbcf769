import { openForWriting } from '../platform/sqlite/connection.ts'
import { MIGRATIONS } from '../platform/sqlite/migrations/index.ts'

/** Makes an empty database as a release left it that knew so many migrations. */
export function databaseOfEarlier(path: string, schema: number): void {
  const sqlite = openForWriting(path)
  for (const [, statements] of MIGRATIONS.slice(0, schema)) sqlite.exec(statements)
  sqlite.pragma(`user_version = ${schema}`)
  sqlite.close()
}
