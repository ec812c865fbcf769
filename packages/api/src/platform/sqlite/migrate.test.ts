import type Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openForWriting } from './connection.ts'
import { migrate, schemaVersion } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

let sqlite: Sqlite.Database
beforeEach(() => {
  sqlite = openForWriting(':memory:')
})
afterEach(() => {
  sqlite.close()
})

const schema = () => sqlite.prepare('select type, name, sql from sqlite_master order by type, name').all()

test('F16 an empty file gets every migration once, in order, and a migrated one none', () => {
  expect(migrate(sqlite)).toEqual(MIGRATIONS.map(([name]) => name))
  const after = schema()
  expect(schemaVersion(sqlite)).toBe(MIGRATIONS.length)
  expect(migrate(sqlite)).toEqual([])
  expect(schema()).toEqual(after)
})

test('F16 a file that stopped anywhere on the way goes on from there, to the same schema', () => {
  migrate(sqlite)
  const whole = schema()
  for (let done = 0; done < MIGRATIONS.length; done++) {
    sqlite.close()
    sqlite = openForWriting(':memory:')
    for (const [, statements] of MIGRATIONS.slice(0, done)) sqlite.exec(statements)
    sqlite.pragma(`user_version = ${done}`)
    expect(migrate(sqlite)).toEqual(MIGRATIONS.slice(done).map(([name]) => name))
    expect(schema()).toEqual(whole)
  }
})

test('F16 a migration that fails half-way leaves the file as it was before it', () => {
  // The last one that makes a thing whose name can be taken already.
  const made = /create (?:table|(?:unique )?index) (\w+)/
  const failing = MIGRATIONS.findLastIndex(([, statements]) => made.test(statements))
  const names = [...(MIGRATIONS[failing]?.[1] ?? '').matchAll(new RegExp(made, 'g'))]
  const name = names.at(-1)?.[1]
  for (const [, statements] of MIGRATIONS.slice(0, failing)) sqlite.exec(statements)
  sqlite.pragma(`user_version = ${failing}`)
  sqlite.exec(`create view ${name} as select 1`)
  const before = schema()
  expect(() => migrate(sqlite)).toThrow('already')
  expect(schema()).toEqual(before)
  expect(schemaVersion(sqlite)).toBe(failing)
})

test('F16 the data of a newer Roster is refused, with what to do, and untouched', () => {
  migrate(sqlite)
  sqlite.pragma(`user_version = ${MIGRATIONS.length + 1}`)
  expect(() => migrate(sqlite)).toThrow(
    `The data was written by a newer Roster (schema ${MIGRATIONS.length + 1}, this one knows ${MIGRATIONS.length}). Start that release, or restore a backup from before the upgrade.`,
  )
  expect(schemaVersion(sqlite)).toBe(MIGRATIONS.length + 1)
})

test('migrations are numbered without gaps', () => {
  MIGRATIONS.forEach(([name], index) => {
    expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z-]+$`))
  })
})

test('S14 every table of ours is strict', () => {
  migrate(sqlite)
  const loose = sqlite
    .prepare<[], string>(
      `select name from pragma_table_list
        where schema = 'main' and type = 'table' and not strict and name not like 'sqlite_%'`,
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
})

test('S9 S19 writing is durable at commit, on an SQLite that does not damage its log', () => {
  expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
  expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  const [major = 0, minor = 0] =
    sqlite.prepare<[], string>('select sqlite_version()').pluck().get()?.split('.').map(Number) ?? []
  expect(major * 1_000 + minor).toBeGreaterThanOrEqual(3_051)
})
