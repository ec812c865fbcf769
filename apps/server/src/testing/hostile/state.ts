import { hash } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/**
 * Says when people were last seen, which is noted by calls that are refused as well; and how far the sending of events
 * is, which goes on by itself.
 */
const BY_THE_WAY = new Set([
  'last_active_at',
  'active_at',
  'last_seen_at',
  'last_used_at',
  'expires_at',
  'position',
  'missed',
  'last_success_at',
  'last_failure_at',
  'failing_since',
])
/** Written while nobody calls: what is sent to webhooks, and what came of it. */
const BY_ITSELF = "('present_change', 'webhook_delivery', 'webhook_attempt')"

/** Watches a database from outside the server: whether anything in it is another than before. */
export class State {
  readonly #sqlite: Sqlite.Database
  #version: unknown
  #digests: ReadonlyMap<string, string>
  #changed: readonly string[] = []

  constructor(data: string) {
    this.#sqlite = new Sqlite(join(data, 'roster.db'), { readonly: true, timeout: 5_000 })
    this.#version = this.#now()
    this.#digests = this.#contents()
  }

  /** Whether anything was changed since the last time this was asked. */
  changed(): boolean {
    const version = this.#now()
    // Told by SQLite itself of every commit of somebody else's that wrote something; mostly that is all there is to ask.
    if (version === this.#version) return false
    this.#version = version
    const before = this.#digests
    this.#digests = this.#contents()
    this.#changed = [...this.#digests].flatMap(([table, digest]) =>
      digest === before.get(table) ? [] : [table],
    )
    return this.#changed.length > 0
  }

  /** The tables that were changed when it was last asked and something was. */
  where(): string {
    return this.#changed.join(', ')
  }

  /** What SQLite says of the file as a whole. */
  check(): readonly unknown[] {
    return [
      this.#sqlite.pragma('integrity_check', { simple: true }),
      this.#sqlite.pragma('foreign_key_check'),
    ]
  }

  close(): void {
    this.#sqlite.close()
  }

  #now(): unknown {
    return this.#sqlite.pragma('data_version', { simple: true })
  }

  #contents(): ReadonlyMap<string, string> {
    const tables = this.#sqlite
      .prepare<[], string>(
        `select name from sqlite_schema where type = 'table' and name not in ${BY_ITSELF} and sql not like 'create virtual%' order by name`,
      )
      .pluck()
      .all()
    return new Map(
      tables.map((table) => {
        const rows = this.#sqlite.prepare<[], Record<string, unknown>>(`select * from "${table}"`).all()
        return [table, hash('sha256', rows.map(asText).join('\n'))]
      }),
    )
  }
}

function asText(row: Record<string, unknown>): string {
  return JSON.stringify(Object.entries(row).filter(([name]) => !BY_THE_WAY.has(name)))
}
