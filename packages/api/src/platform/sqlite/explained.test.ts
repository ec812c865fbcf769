import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { lockDataDirectory } from './lock.ts'

let directory: string
let path: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'roster-'))
  path = join(directory, 'roster.db')
})
afterEach(() => rmSync(directory, { recursive: true }))

test('F14 a damaged file is named, with what to do, and left as it is', () => {
  writeFileSync(path, 'no database at all, '.repeat(500))
  expect(() => openDatabase(path)).toThrow(/roster\.db is damaged.*restore.*backup/)
})

test('F14 so is one whose schema is damaged', async () => {
  await openDatabase(path).close()
  const sqlite = new Sqlite(path)
  sqlite.unsafeMode(true)
  sqlite.pragma('writable_schema = ON')
  sqlite.exec(`update sqlite_schema set sql = 'create nonsense' where name = 'member'`)
  sqlite.close()
  expect(() => openDatabase(path)).toThrow(/roster\.db is damaged/)
})

test('F15 what cannot be opened is named', () => {
  mkdirSync(path)
  expect(() => openDatabase(path)).toThrow(/roster\.db cannot be written.*ROSTER_DATA/)
  expect(() => lockDataDirectory(path)).toThrow(/roster\.db cannot be written/)
})

test('F11 a file that another program keeps to itself is said to be in use', async () => {
  await openDatabase(path).close()
  const other = new Sqlite(path)
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec('begin exclusive')
  expect(() => openDatabase(path)).toThrow(/roster\.db is in use/)
  other.close()
})
