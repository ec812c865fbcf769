import Sqlite from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { lendWords } from './words.ts'

/** How many prepared statements a connection keeps; preparing costs more than running a small one. */
const STATEMENTS_KEPT = 500

/** Opens the file for the one writer: WAL, durable at commit, foreign keys on. */
export function openForWriting(path: string): Sqlite.Database {
  const sqlite = new Sqlite(path, { timeout: 2_000 })
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cache_size = -16000')
  sqlite.pragma('temp_store = MEMORY')
  lendWords(sqlite)
  return sqlite
}

/** Opens the same file for readers only: SQLite itself refuses a write. */
export function openForReading(path: string): Sqlite.Database {
  const sqlite = new Sqlite(path, { readonly: true, timeout: 2_000 })
  sqlite.pragma('query_only = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cache_size = -32000')
  sqlite.pragma('temp_store = MEMORY')
  return sqlite
}

/** Runs compiled queries on one connection with statements prepared once. */
export class PreparedConnection implements DatabaseConnection {
  readonly #sqlite: Sqlite.Database
  readonly #statements = new Map<string, Sqlite.Statement<unknown[]>>()

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepared<R>(query.sql)
    if (statement.reader) return { rows: statement.all(...query.parameters) }
    const { changes, lastInsertRowid } = statement.run(...query.parameters)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    // A stream would hold the connection until its consumer finishes; long reads page by key instead.
    yield* []
    throw new Error('Roster pages by key and never streams a statement')
  }

  #prepared<R>(text: string): Sqlite.Statement<unknown[], R> {
    const known = this.#statements.get(text)
    if (known) return known as Sqlite.Statement<unknown[], R>
    const statement = this.#sqlite.prepare<unknown[], R>(text)
    const oldest = this.#statements.size >= STATEMENTS_KEPT ? this.#statements.keys().next() : undefined
    if (oldest && !oldest.done) this.#statements.delete(oldest.value)
    this.#statements.set(text, statement)
    return statement
  }
}
