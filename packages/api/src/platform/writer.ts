import { setTimeout as pause } from 'node:timers/promises'
import { type ChangeId, Refusal } from '@roster/domain'
import type Sqlite from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, Kysely, QueryResult } from 'kysely'
import type { Tables } from './schema.ts'
import { PreparedConnection } from './sqlite/connection.ts'
import { queryBuilder } from './sqlite/kysely.ts'

/** What may be asked of the database without changing it; both a reader and a transaction are one. */
export type Reads = Pick<Kysely<Tables>, 'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'>

/** A transaction under way: dead as soon as the work it was given to has ended. */
export type Transaction = Reads & Pick<Kysely<Tables>, 'insertInto' | 'updateTable' | 'deleteFrom'>

/** How many pieces of work share one commit at the most: about five milliseconds of writing. */
const MOST_PER_COMMIT = 64
/** Work that takes longer waits for something other than the database, which is a bug. */
const STUCK_AFTER_MS = 5_000
/** How long another program that holds the file is waited for; others are served meanwhile. */
const BUSY_AFTER_MS = 2_000
const ASK_AGAIN_MS = 25

interface Job {
  /** What begins or ends by this work is marked with it, by triggers. */
  readonly change: ChangeId | null
  /** Does the work and answers how to tell of its success, once there is a commit to tell of. */
  readonly run: (tx: Transaction) => Promise<() => void>
  readonly reject: (reason: unknown) => void
}

/**
 * The one writing connection. Work handed in during the same turn of the event loop shares one durable commit,
 * each piece within a savepoint of its own, so that one that fails takes nothing of the others with it.
 * Nobody hears of success before the commit has returned.
 */
export class Writer {
  readonly #sqlite: Sqlite.Database
  readonly #connection: PreparedConnection
  readonly #mark: Sqlite.Statement<[ChangeId | null]>
  readonly #waiting: Job[] = []
  #scheduled = false
  #idle: (() => void)[] = []

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite
    this.#connection = new PreparedConnection(sqlite)
    this.#mark = sqlite.prepare('update present_change set id = ?')
    // SQLite waits by standing still, and everybody with it.
    sqlite.pragma('busy_timeout = 0')
  }

  /**
   * Runs the work in a transaction and answers once it is on disk. Whatever begins or ends to give access meanwhile
   * is marked with `change`. Refuses with `busy` or `storage-full`.
   */
  run<T>(work: (tx: Transaction) => Promise<T>, change: ChangeId | null = null): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        change,
        run: async (tx) => {
          const value = await finished(work(tx))
          return () => resolve(value)
        },
        reject,
      })
      this.#schedule()
    })
  }

  /** Resolves when nothing is waiting and nothing is being written. */
  drained(): Promise<void> {
    if (!this.#scheduled) return Promise.resolve()
    return new Promise((resolve) => this.#idle.push(resolve))
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => void this.#drain())
  }

  async #drain(): Promise<void> {
    const answers: (() => void)[] = []
    const taken: Job[] = []
    try {
      await this.#begin()
      for (let job = this.#waiting.shift(); job; job = this.#next(taken.length)) {
        taken.push(job)
        answers.push(await this.#attempt(job))
      }
      this.#sqlite.exec('commit')
      for (const answer of answers) answer()
    } catch (reason) {
      if (this.#sqlite.inTransaction) this.#sqlite.exec('rollback')
      if (taken.length === 0) taken.push(...this.#waiting.splice(0))
      for (const job of taken) job.reject(storageRefusal(reason))
    }
    this.#scheduled = false
    if (this.#waiting.length > 0) this.#schedule()
    else for (const done of this.#idle.splice(0)) done()
  }

  async #begin(): Promise<void> {
    for (let waited = 0; ; waited += ASK_AGAIN_MS) {
      try {
        this.#sqlite.exec('begin immediate')
        return
      } catch (reason) {
        if (!isBusy(reason) || waited >= BUSY_AFTER_MS) throw reason
      }
      await pause(ASK_AGAIN_MS)
    }
  }

  #next(taken: number): Job | undefined {
    return taken < MOST_PER_COMMIT ? this.#waiting.shift() : undefined
  }

  async #attempt(job: Job): Promise<() => void> {
    this.#sqlite.exec('savepoint job')
    this.#mark.run(job.change)
    const connection = new JobConnection(this.#connection)
    try {
      const succeed = await job.run(queryBuilder(connection))
      this.#sqlite.exec('release job')
      return succeed
    } catch (reason) {
      if (!this.#sqlite.inTransaction) throw reason // SQLite gave up the whole transaction, as when the disk is full
      this.#sqlite.exec('rollback to job')
      this.#sqlite.exec('release job')
      return () => job.reject(storageRefusal(reason))
    } finally {
      connection.end()
    }
  }
}

/** A connection lent to one piece of work; using it afterwards throws instead of writing into somebody else's. */
class JobConnection implements DatabaseConnection {
  #lent: PreparedConnection | undefined

  constructor(lent: PreparedConnection) {
    this.#lent = lent
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#lent) throw new Error('a transaction was used after it had ended')
    return this.#lent.executeQuery<R>(query)
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    if (!this.#lent) throw new Error('a transaction was used after it had ended')
    return this.#lent.streamQuery<R>()
  }

  end(): void {
    this.#lent = undefined
  }
}

async function finished<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('a transaction waited for something other than the database')),
      STUCK_AFTER_MS,
    )
  })
  try {
    return await Promise.race([work, stuck])
  } finally {
    clearTimeout(timer)
  }
}

function codeOf(reason: unknown): string {
  return reason instanceof Error && 'code' in reason ? String(reason.code) : ''
}

function isBusy(reason: unknown): boolean {
  return codeOf(reason).startsWith('SQLITE_BUSY')
}

function storageRefusal(reason: unknown): unknown {
  if (isBusy(reason)) return new Refusal('busy')
  if (codeOf(reason) === 'SQLITE_FULL') return new Refusal('storage-full')
  if (reason instanceof Error && reason.message === 'last-owner') return new Refusal('last-owner')
  return reason
}
