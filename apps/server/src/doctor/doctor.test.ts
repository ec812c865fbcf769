import {
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roster, rosterHere } from '../testing/command-line.ts'
import { founded } from '../testing/founded.ts'
import { running } from '../testing/running.ts'

const HOUR = 60 * 60 * 1_000

let template: string
let data: string
beforeAll(async () => {
  template = await founded()
  await rosterHere(['backup', `${template}-copy`, '--data', template])
})
afterAll(() => {
  for (const path of [template, `${template}-copy`]) rmSync(path, { recursive: true, force: true })
})
beforeEach(() => {
  data = join(mkdtempSync(join(tmpdir(), 'roster-doctor-')), 'data')
  cpSync(template, data, { recursive: true })
  chmodSync(data, 0o700)
})
afterEach(() => rmSync(join(data, '..'), { recursive: true, force: true }))

interface Said {
  readonly health: string
  readonly checks: readonly { id: string; health: string; found: string; mend?: string }[]
}

const WELL = { ROSTER_URL: 'https://roster.example.org', ROSTER_SMTP_URL: 'smtp://localhost:1' }

async function doctor(environment: Readonly<Record<string, string>> = WELL, ...words: string[]) {
  const { code, out } = await rosterHere(
    ['doctor', '--data', data, '--json', '--offline', ...words],
    environment,
  )
  const said: Said = JSON.parse(out)
  return { code, ...said, of: (id: string) => said.checks.find((check) => check.id === id) }
}

function change(statements: string): void {
  const sqlite = new Sqlite(join(data, 'roster.db'))
  sqlite.exec(statements)
  sqlite.close()
}

describe('roster doctor', () => {
  test('finds nothing on a Roster that is well, and ends with 0', async () => {
    const { code, health, checks } = await doctor()
    expect(checks.filter((check) => check.health !== 'ok')).toEqual([])
    expect({ code, health }).toEqual({ code: 0, health: 'ok' })
  })

  test('beside a running server it says so, for people and without colour', async () => {
    const server = await running({ ROSTER_DATA: data })
    const { code, out, err } = await roster(['doctor', '--data', data, '--offline'], WELL)
    await server.stopKeepingData()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('running on this data')
    expect(out).toContain('All is well.')
    expect(out).not.toContain('\u001b[')
  })

  test.each<[string, string, 'warning' | 'problem', () => void]>([
    [
      'a key that others may read',
      'instance-key',
      'problem',
      () => chmodSync(join(data, 'instance.key'), 0o644),
    ],
    ['a damaged key', 'instance-key', 'problem', () => writeFileSync(join(data, 'instance.key'), 'short\n')],
    ['a key that is missing', 'instance-key', 'problem', () => rmSync(join(data, 'instance.key'))],
    [
      'a database that others may read',
      'data-directory',
      'problem',
      () => chmodSync(join(data, 'roster.db'), 0o644),
    ],
    ['a directory that others may read', 'data-directory', 'warning', () => chmodSync(data, 0o755)],
    ['a schema of before', 'schema', 'warning', () => change('pragma user_version = 20')],
    ['a schema of later', 'schema', 'problem', () => change('pragma user_version = 999')],
    ['another journal', 'journal', 'warning', () => change('pragma journal_mode = delete')],
    [
      'a row that points at nothing',
      'integrity',
      'problem',
      () =>
        change(
          "pragma foreign_keys = off; insert into session (token_hash, id, user_id, created_at, expires_at, ends_at, last_seen_at, address, user_agent) values ('x', 'ses_x', 'usr_x', 1, 1, 1, 1, '', '')",
        ),
    ],
    [
      'an edited entry of the trail',
      'audit-trail',
      'problem',
      () => change("drop trigger audit_is_not_edited; update audit_entry set hash = 'x' where sequence = 1"),
    ],
    [
      'a last backup that is long ago',
      'last-backup',
      'warning',
      () =>
        writeFileSync(
          join(data, 'last-backup.json'),
          JSON.stringify({ madeAt: '2020-01-01T00:00:00.000Z', path: 'x', chains: [] }),
        ),
    ],
    ['no backup at all', 'last-backup', 'warning', () => rmSync(join(data, 'last-backup.json'))],
    [
      'mail that is put off again and again',
      'outbox',
      'problem',
      () =>
        change(`insert into message (id, kind, reference_id, event, state, attempts, created_at, next_attempt_at, outcome)
          values ('msg_x', 'invitation', 'x', 'x', 'queued', 3, ${Date.now() - 2 * HOUR}, 1, 'connection refused')`),
    ],
    [
      'mail that was given up',
      'outbox',
      'warning',
      () =>
        change(`insert into message (id, kind, reference_id, event, state, created_at, settled_at, outcome)
          values ('msg_x', 'invitation', 'x', 'x', 'failed', 1, ${Date.now() - HOUR}, '550')`),
    ],
  ])('finds %s, and says how to mend it', async (_, id, health, plant) => {
    plant()
    const found = await doctor()
    expect(found.of(id)).toMatchObject({ health, mend: expect.stringMatching(/\w/) })
    expect(found.checks.filter((check) => check.health !== 'ok').map((check) => check.id)).toEqual([id])
    expect(found.code).toBe(health === 'problem' ? 1 : 4)
  })

  test('finds a damaged page of the database', async () => {
    const sqlite = new Sqlite(join(data, 'roster.db'))
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    sqlite.close()
    const file = openSync(join(data, 'roster.db'), 'r+')
    for (let at = 40_960; at < statSync(join(data, 'roster.db')).size; at += 40_960)
      writeSync(file, Buffer.alloc(512, 0x5a), 0, 512, at)
    closeSync(file)
    const { code, of } = await doctor()
    expect(code).toBe(1)
    expect(of('integrity')).toMatchObject({ health: 'problem' })
  })

  test('F13 S10 finds that the newest entries of the trail are gone, which no chain can show by itself', async () => {
    change(`drop trigger audit_is_not_deleted;
      delete from audit_entry where chain <> 'instance'
        and sequence = (select max(sequence) from audit_entry where chain <> 'instance')`)
    const { code, of } = await doctor()
    expect(code).toBe(1)
    expect(of('audit-trail')).toMatchObject({
      health: 'problem',
      found: expect.stringContaining('of acme held entry 2 when the last backup was made'),
    })
  })

  test('finds a clock that stands before what was written', async () => {
    change(`insert into audit_entry (chain, sequence, entry, hash)
      select chain, max(sequence) + 1, json_set(entry, '$.at', ${Date.now() + HOUR}), 'x' from audit_entry where chain = 'instance'`)
    expect((await doctor()).of('clock')).toMatchObject({ health: 'problem' })
  })

  test('finds an address that leads nowhere, no mail server, and one that does not answer', async () => {
    const bare = await doctor({})
    expect(bare.of('public-address')).toMatchObject({ health: 'warning' })
    expect(bare.of('mail-server')).toMatchObject({ health: 'warning' })
    const { out } = await rosterHere(['doctor', '--data', data, '--json'], WELL)
    const said: Said = JSON.parse(out)
    expect(said.checks.find(({ id }) => id === 'mail-server')).toMatchObject({
      health: 'problem',
      mend: expect.stringContaining('ROSTER_SMTP_URL'),
    })
  })
})
