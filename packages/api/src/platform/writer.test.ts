import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal, type UserId } from '@roster/domain'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idGenerator } from './ids.ts'
import { openForWriting } from './sqlite/connection.ts'
import { migrate } from './sqlite/migrate.ts'
import { type Transaction, Writer } from './writer.ts'

let folder: string
let file: string
let sqlite: Sqlite.Database
let writer: Writer
const newId = idGenerator(() => 1_000)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-writer-'))
  file = join(folder, 'roster.db')
  sqlite = openForWriting(file)
  migrate(sqlite)
  writer = new Writer(sqlite)
})
afterEach(async () => {
  vi.useRealTimers()
  sqlite.close()
  await rm(folder, { recursive: true })
})

async function addUser(tx: Transaction, name: string, id: UserId = newId('usr')): Promise<UserId> {
  await tx
    .insertInto('user')
    .values({
      id,
      name,
      email: null,
      username: null,
      password_hash: null,
      email_verified_at: null,
      created_at: 0,
      last_active_at: null,
      disabled_at: null,
      deleted_at: null,
    })
    .execute()
  return id
}

/** What another process would find on disk. */
function namesOnDisk(): readonly string[] {
  const other = new Sqlite(file, { readonly: true })
  try {
    return other.prepare<[], string>('select name from user order by rowid').pluck().all()
  } finally {
    other.close()
  }
}

test('work handed in together shares one commit, and is on disk before anybody hears of it', async () => {
  const seen = await Promise.all(
    ['Ada', 'Grace', 'Edsger'].map(async (name) => {
      await writer.run((tx) => addUser(tx, name))
      return namesOnDisk()
    }),
  )
  for (const names of seen) expect(names).toEqual(['Ada', 'Grace', 'Edsger'])
})

test('work that fails takes nothing of the others with it, and leaves nothing of its own', async () => {
  const outcomes = await Promise.allSettled([
    writer.run((tx) => addUser(tx, 'Ada')),
    writer.run(async (tx) => {
      await addUser(tx, 'Mallory')
      throw new Refusal('not-permitted')
    }),
    writer.run(async (tx) => {
      const id = await addUser(tx, 'Twice')
      await addUser(tx, 'Twice again', id)
    }),
    writer.run((tx) => addUser(tx, 'Grace')),
  ])
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(outcomes[1]).toMatchObject({ reason: { code: 'not-permitted' } })
  expect(outcomes[2]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } })
  expect(namesOnDisk()).toEqual(['Ada', 'Grace'])
})

test('S11 a commit that fails is a failure for everybody in it, and nothing is written', async () => {
  const outcomes = await Promise.allSettled([
    writer.run((tx) => addUser(tx, 'Ada')),
    writer.run(async (tx) => {
      await sql`pragma defer_foreign_keys = on`.execute(tx)
      await tx
        .insertInto('organization')
        .values({
          id: newId('org'),
          number: 1,
          slug: 'acme',
          name: 'Acme',
          created_by: newId('usr'), // nobody: found at the commit only
          since: 0,
          until: null,
        })
        .execute()
    }),
  ])
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected'])
  expect(namesOnDisk()).toEqual([])
  await writer.run((tx) => addUser(tx, 'Grace'))
  expect(namesOnDisk()).toEqual(['Grace'])
})

test('a transaction used after its end throws instead of writing into somebody else’s', async () => {
  let escaped: Transaction | undefined
  await writer.run(async (tx) => {
    escaped = tx
  })
  const late = escaped
  if (!late) throw new Error('there was a transaction')
  const refused = 'a transaction was used after it had ended'
  await expect(addUser(late, 'Late')).rejects.toThrow(refused)
  await writer.run(async (tx) => {
    await addUser(tx, 'Ada')
    await expect(addUser(late, 'Late')).rejects.toThrow(refused)
  })
  expect(namesOnDisk()).toEqual(['Ada'])
})

test('S6 work that waits for something other than the database is cut, rolled back, and holds up nobody for good', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const stuck = writer.run(async (tx) => {
    await addUser(tx, 'Waiting')
    await new Promise(() => undefined)
  })
  const other = writer.run((tx) => addUser(tx, 'Ada'))
  const refused = expect(stuck).rejects.toThrow('waited for something other than the database')
  await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
  vi.advanceTimersByTime(5_000)
  await refused
  await other
  expect(namesOnDisk()).toEqual(['Ada'])
})

test('F03 a full disk refuses with storage-full, leaves nothing half written, and is over once there is room', async () => {
  await writer.run((tx) => addUser(tx, 'Ada'))
  const pages = Number(sqlite.pragma('page_count', { simple: true }))
  sqlite.pragma(`max_page_count = ${pages + 2}`)
  const outcomes = await Promise.allSettled([
    writer.run((tx) => addUser(tx, 'Grace')),
    writer.run(async (tx) => {
      for (let index = 0; index < 100; index++) await addUser(tx, `Too much ${'x'.repeat(4_000)}`)
    }),
  ])
  expect(outcomes[1]).toMatchObject({ status: 'rejected', reason: { code: 'storage-full' } })
  const kept = outcomes[0]?.status === 'fulfilled' ? ['Ada', 'Grace'] : ['Ada']
  expect(namesOnDisk()).toEqual(kept)
  sqlite.pragma('max_page_count = 1000000')
  await writer.run((tx) => addUser(tx, 'Edsger'))
  expect(namesOnDisk()).toEqual([...kept, 'Edsger'])
  expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('F11 while another process holds the file, work is refused with busy and not lost half-way', async () => {
  const other = new Sqlite(file)
  other.exec('begin immediate')
  const outcomes = await Promise.allSettled([
    writer.run((tx) => addUser(tx, 'Ada')),
    writer.run((tx) => addUser(tx, 'Grace')),
  ])
  for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'busy' } })
  other.exec('rollback')
  other.close()
  await writer.run((tx) => addUser(tx, 'Edsger'))
  expect(namesOnDisk()).toEqual(['Edsger'])
})

test('F11 a file that another process holds for a moment is waited for, while others are served', async () => {
  const other = new Sqlite(file)
  other.exec('begin immediate')
  let served = 0
  const others = setInterval(() => {
    served += 1
  }, 5)
  setTimeout(() => other.exec('rollback'), 300)
  await writer.run((tx) => addUser(tx, 'Ada'))
  clearInterval(others)
  other.close()
  expect(served).toBeGreaterThan(10)
  expect(namesOnDisk()).toEqual(['Ada'])
})

test('more work than one commit takes is done in several, in order', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `person ${index}`)
  await Promise.all(names.map((name) => writer.run((tx) => addUser(tx, name))))
  expect(namesOnDisk()).toEqual(names)
})

test('drained resolves when nothing is waiting any more', async () => {
  await writer.drained()
  const work = Array.from({ length: 100 }, (_, index) => writer.run((tx) => addUser(tx, `person ${index}`)))
  await writer.drained()
  expect(namesOnDisk()).toHaveLength(100)
  await Promise.all(work)
})
