import { hash } from 'node:crypto'
import type Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GENESIS, recordAudit } from '../platform/audit.ts'
import { idGenerator } from '../platform/ids.ts'
import { openForWriting, PreparedConnection } from '../platform/sqlite/connection.ts'
import { queryBuilder } from '../platform/sqlite/kysely.ts'
import { migrate } from '../platform/sqlite/migrate.ts'
import { type Reads, Writer } from '../platform/writer.ts'
import { FAULTS, verifyChain } from './chain.ts'

const START = Date.UTC(2026, 4, 4, 9)
const newId = idGenerator(() => START)
const chain = newId('org')
const other = newId('org')

let sqlite: Sqlite.Database
let writer: Writer
let db: Reads
beforeEach(() => {
  sqlite = openForWriting(':memory:')
  migrate(sqlite)
  writer = new Writer(sqlite)
  db = queryBuilder(new PreparedConnection(sqlite))
})
afterEach(() => {
  sqlite.close()
})

/** Writes this many entries a minute apart, the way commands do. */
async function write(entries: number, on = chain, from = 0): Promise<void> {
  await writer.run(async (tx) => {
    for (let index = from; index < from + entries; index++) {
      const frame = {
        chain: on,
        action: 'member.role-changed',
        at: START + index * 60_000,
        actor: { kind: 'user', id: newId('usr') },
        allowedBy: newId('asg'),
        change: newId('chg'),
      } as const
      await recordAudit(tx, newId, frame, [
        {
          target: { kind: 'user', id: newId('usr') },
          facts: { before: `rôle ${index}`, after: '"quoted"\n' },
        },
      ])
    }
  })
}

/** As somebody with the file and no scruples would: past the triggers. */
function tamper(statement: string, ...parameters: (string | number)[]): void {
  sqlite.exec('drop trigger if exists audit_is_not_edited; drop trigger if exists audit_is_not_deleted')
  sqlite.prepare(statement).run(...parameters)
}

const broken = (brokenAt: number, reason: keyof typeof FAULTS) => ({
  intact: false,
  brokenAt,
  reason,
  message: FAULTS[reason],
})

test('D30 an untouched chain is intact from its first entry to its last, over any number of pages', async () => {
  expect(await verifyChain(db, chain)).toEqual({
    intact: true,
    entries: 0,
    checkpoint: null,
    lastHash: GENESIS,
    from: null,
    to: null,
  })
  await write(2_500)
  await write(3, other)
  expect(await verifyChain(db, chain)).toMatchObject({
    intact: true,
    entries: 2_500,
    from: START,
    to: START + 2_499 * 60_000,
  })
  expect(await verifyChain(db, other)).toMatchObject({ intact: true, entries: 3 })
})

test('the audit trail cannot be edited or deleted from', async () => {
  await write(3)
  const refused = 'the audit trail is append-only'
  expect(() => sqlite.exec(`update audit_entry set hash = '${GENESIS}' where sequence = 2`)).toThrow(refused)
  expect(() => sqlite.exec(`update audit_entry set sequence = 9 where sequence = 2`)).toThrow(refused)
  expect(() => sqlite.exec('delete from audit_entry where sequence = 3')).toThrow(refused)
  expect(() => sqlite.exec('delete from audit_entry')).toThrow(refused)
  const taken = `insert or replace into audit_entry (chain, sequence, entry, hash)
    select chain, sequence, entry, '${GENESIS}' from audit_entry where sequence = 3`
  expect(() => sqlite.exec(taken)).toThrow(refused)
  const further = `insert into audit_entry (chain, sequence, entry, hash)
    select chain, 9, entry, hash from audit_entry where sequence = 3`
  expect(() => sqlite.exec(further)).toThrow(refused)
  expect(await verifyChain(db, chain)).toMatchObject({ intact: true, entries: 3 })
})

test('an edited entry is found, also when its own hash was made to fit', async () => {
  await write(10)
  const entry =
    sqlite.prepare<[], string>('select entry from audit_entry where sequence = 4').pluck().get() ?? ''
  const edited = entry.replace('rôle 3', 'rôle 9')
  tamper('update audit_entry set entry = ? where sequence = 4', edited)
  expect(await verifyChain(db, chain)).toEqual(broken(4, 'changed'))

  const previous = sqlite.prepare<[], string>('select hash from audit_entry where sequence = 3').pluck().get()
  tamper('update audit_entry set hash = ? where sequence = 4', hash('sha256', `${previous}\n${edited}`))
  expect(await verifyChain(db, chain)).toEqual(broken(5, 'changed'))
})

test('a deleted entry is found: the first, any in between, and the last by what was noted of it', async () => {
  await write(10)
  const before = await verifyChain(db, chain)
  if (!before.intact) throw new Error('nobody has touched it yet')
  const noted = { sequence: before.entries, hash: before.lastHash }
  tamper('delete from audit_entry where sequence = 10')
  expect(await verifyChain(db, chain)).toMatchObject({ intact: true, entries: 9 })
  expect(await verifyChain(db, chain, noted)).toEqual(broken(10, 'missing'))
  tamper('delete from audit_entry where sequence = 6')
  expect(await verifyChain(db, chain)).toEqual(broken(6, 'missing'))
  tamper('delete from audit_entry where sequence = 1')
  expect(await verifyChain(db, chain)).toEqual(broken(1, 'missing'))
})

test('reordered entries are found', async () => {
  await write(6)
  tamper('update audit_entry set sequence = -1 where sequence = 2')
  tamper('update audit_entry set sequence = 2 where sequence = 3')
  tamper('update audit_entry set sequence = 3 where sequence = -1')
  expect(await verifyChain(db, chain)).toEqual(broken(2, 'moved'))
})

test('an entry of another organization put in its place is found in both', async () => {
  await write(5)
  await write(5, other)
  tamper('delete from audit_entry where chain = ? and sequence = 3', chain)
  tamper('update audit_entry set chain = ? where chain = ? and sequence = 3', chain, other)
  expect(await verifyChain(db, chain)).toEqual(broken(3, 'moved'))
  expect(await verifyChain(db, other)).toEqual(broken(3, 'missing'))
})

test('a chain written anew from some entry on is found by whoever noted a later one', async () => {
  await write(5)
  const before = await verifyChain(db, chain)
  if (!before.intact) throw new Error('nobody has touched it yet')
  tamper('delete from audit_entry where sequence >= 3')
  await write(4, chain, 50)
  expect(await verifyChain(db, chain)).toMatchObject({ intact: true, entries: 6 })
  expect(await verifyChain(db, chain, { sequence: 5, hash: before.lastHash })).toEqual(broken(5, 'changed'))
})

test('whatever is done to a single field of a single entry is found', async () => {
  const entries = 12
  await write(entries)
  await write(entries, other)
  const intact = await verifyChain(db, chain)
  if (!intact.intact) throw new Error('nobody has touched it yet')
  const noted = { sequence: intact.entries, hash: intact.lastHash }
  sqlite.exec('drop trigger audit_is_not_edited')

  const json = fc.json({ maxDepth: 2 })
  const tampering = fc.oneof(
    fc.record({ field: fc.constant('entry'), value: json }),
    fc.record({ field: fc.constant('entry'), value: fc.nat({ max: 10_000 }) }),
    fc.record({ field: fc.constant('hash'), value: fc.string({ maxLength: 70 }) }),
    fc.record({ field: fc.constant('hash'), value: fc.nat({ max: 63 }) }),
    fc.record({
      field: fc.constant('sequence'),
      value: fc.oneof(fc.integer(), fc.integer({ min: -3, max: 15 })),
    }),
    fc.record({ field: fc.constant('chain'), value: fc.constantFrom('', 'instance', 'org_elsewhere') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: entries }), tampering, async (sequence, { field, value }) => {
      sqlite.exec('savepoint attempt')
      try {
        const row = sqlite
          .prepare<[string, number], Record<string, string | number>>(
            'select chain, sequence, entry, hash from audit_entry where chain = ? and sequence = ?',
          )
          .get(chain, sequence)
        const old = row?.[field]
        // A number for a text means one character of it, so that the smallest changes are tried as well.
        const next = typeof value === 'number' && typeof old === 'string' ? oneOff(old, value) : value
        if (next === old) return
        try {
          sqlite
            .prepare(`update audit_entry set ${field} = ? where chain = ? and sequence = ?`)
            .run(next, chain, sequence)
        } catch {
          return // the table itself does not take it: no JSON, or a place that is taken
        }
        expect(await verifyChain(db, chain, noted)).toMatchObject({ intact: false })
        expect(await verifyChain(db, other)).toMatchObject({ intact: true })
      } finally {
        sqlite.exec('rollback to attempt; release attempt')
      }
    }),
    { numRuns: 400 },
  )
  expect(await verifyChain(db, chain, noted)).toEqual(intact)
})

/** The text with another character at one place. */
function oneOff(text: string, place: number): string {
  const at = place % text.length
  return `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`
}
