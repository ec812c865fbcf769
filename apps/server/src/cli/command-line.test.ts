import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roster, rosterHere } from '../testing/command-line.ts'
import { founded } from '../testing/founded.ts'
import { type Running, running } from '../testing/running.ts'

const ESCAPE = '\u001b['

let template: string
let home: string
let data: string
let server: Running | undefined
beforeAll(async () => {
  template = await founded()
})
afterAll(() => rmSync(template, { recursive: true, force: true }))
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'roster-cli-'))
  data = join(home, 'data')
  cpSync(template, data, { recursive: true })
})
afterEach(async () => {
  await server?.stopKeepingData()
  server = undefined
  rmSync(home, { recursive: true, force: true })
})

const box = (...words: string[]) => rosterHere([...words, '--data', data])

describe('the words', () => {
  test('help is on standard output and ends with 0; nothing and nonsense are told on standard error, with 2', async () => {
    const [help, nothing, nonsense, missing, version] = await Promise.all([
      roster(['help', 'owner', 'add']),
      roster([]),
      roster(['nonsense']),
      roster(['export', '--org', 'acme']),
      roster(['--version']),
    ])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('$ roster owner add --org acme --email ada@acme.test')
    expect(nothing).toMatchObject({ code: 2, out: '' })
    expect(nothing.err).toContain('On the box')
    expect(nonsense).toMatchObject({ code: 2, out: '' })
    expect(nonsense.err).toContain("unknown command 'nonsense'")
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test('where there is no Roster it says so and makes nothing, with 3', async () => {
    const nowhere = join(home, 'nowhere')
    const said = await rosterHere(['doctor'], { ROSTER_DATA: nowhere })
    expect(said).toMatchObject({ code: 3, out: '' })
    expect(said.err).toContain('--data')
    expect(existsSync(nowhere)).toBe(false)
  })

  test('a variable that is wrong is named, with 2', async () => {
    const said = await roster(['doctor'], { ROSTER_DATA: data, PORT: 'many' })
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.err).toContain('PORT')
  })

  test('into a pipe there is no colour, not even where it is asked for', async () => {
    const said = await roster(['audit', 'verify', '--data', data], { FORCE_COLOR: '1' })
    expect(said.code).toBe(0)
    expect(said.out).toContain('intact  acme')
    expect(said.out + said.err).not.toContain(ESCAPE)
  })
})

describe('roster owner add', () => {
  test('asks nobody where nobody could answer', async () => {
    const said = await box('owner', 'add', '--org', 'acme', '--email', 'eve@acme.test')
    expect(said).toMatchObject({ code: 2, out: '' })
    expect(said.err).toContain('--yes')
  })

  test('beside a running server: the link lets the new owner in, and the trail names the operator', async () => {
    server = await running({ ROSTER_DATA: data, ROSTER_URL: 'https://roster.test' })
    const said = await roster(
      ['owner', 'add', '--org', 'acme', '--email', 'Eve@acme.test', '--name', 'Eve', '--yes', '--json'],
      { ROSTER_DATA: data, ROSTER_URL: 'https://roster.test' },
    )
    expect(said).toMatchObject({ code: 0, err: '' })
    const made: { link: string; was: string; newAccount: boolean } = JSON.parse(said.out)
    expect(made).toMatchObject({ was: 'outsider', newAccount: true, username: 'eve' })
    const [, link, secret] = /^https:\/\/roster\.test\/reset\/(otl_\w+)#(\S+)$/.exec(made.link) ?? []
    const reset = await server.call('identity.resetPassword', { link, secret, password: 'break glass 1843' })
    expect(reset.status).toBe(200)
    const signedIn = await server.call('identity.signIn', {
      email: 'eve@acme.test',
      password: 'break glass 1843',
    })
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    const trail = await server.call('audit.list', { organization: 'acme' }, { cookie })
    const { result } = await trail.json()
    expect(result.data.items[0]).toMatchObject({
      action: 'member.joined',
      actor: null,
      byOperator: true,
      facts: { reason: 'Made an owner on the box' },
    })
    const named = await server.call(
      'organizations.update',
      { organization: 'acme', name: 'Acme Ltd' },
      { cookie },
    )
    expect(named.status).toBe(200)
    const again = await box('owner', 'add', '--org', 'acme', '--email', 'eve@acme.test', '--yes')
    expect(again).toMatchObject({ code: 0, err: '' })
    expect(again.out).toContain('already')
  })

  test('refuses an organization that is not there, and changes nothing', async () => {
    const said = await box('owner', 'add', '--org', 'globex', '--email', 'eve@acme.test', '--yes')
    expect(said).toMatchObject({ code: 3, out: '' })
    const sqlite = new Sqlite(join(data, 'roster.db'), { readonly: true })
    expect(sqlite.prepare('select count(*) from user').pluck().get()).toBe(1)
    sqlite.close()
  })
})

describe('roster audit verify', () => {
  test('an edited entry is found, by number, with 1', async () => {
    const sqlite = new Sqlite(join(data, 'roster.db'))
    sqlite.exec(`
      drop trigger audit_is_not_edited;
      update audit_entry set entry = replace(entry, 'acme', 'emca') where sequence = 1 and chain <> 'instance';
    `)
    sqlite.close()
    const said = await box('audit', 'verify', '--json')
    expect(said).toMatchObject({ code: 1, err: '' })
    expect(JSON.parse(said.out)).toMatchObject({
      intact: false,
      chains: [
        { chain: 'instance', intact: true },
        { intact: false, brokenAt: 1, reason: 'changed' },
      ],
    })
  })

  test('against an export, a trail that was written anew is found', async () => {
    const kept = join(home, 'audit.csv')
    const wrote = await box('export', '--org', 'acme', '--what', 'audit', '--out', kept)
    expect(wrote).toMatchObject({ code: 0, out: '' })
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(await box('audit', 'verify', '--org', 'acme', '--file', kept)).toMatchObject({ code: 0, err: '' })
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(/[0-9a-f]{64}/, 'f'.repeat(64)))
    const said = await box('audit', 'verify', '--org', 'acme', '--file', kept)
    expect(said.code).toBe(1)
    expect(said.out).toContain('of the export are not as they were')
  })
})

describe('D35 roster export and import', () => {
  test('what is exported is alone on standard output, and the trail tells of it', async () => {
    const said = await roster(['export', '--org', 'acme', '--what', 'members', '--json', '--data', data])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(said.out)).toMatchObject([{ email: 'ada@acme.test', role: 'Owner' }])
    const trail: { action: string; actor: string }[] = JSON.parse(
      (await box('export', '--org', 'acme', '--what', 'audit', '--format', 'json')).out,
    )
    expect(trail.slice(0, 2)).toMatchObject([
      { action: 'export.made', actor: 'operator' },
      { action: 'export.made', actor: 'operator' },
    ])
  })

  test('rows are refused by line and column; a dry run changes nothing, and a run the rest', async () => {
    const file = join(home, 'people.csv')
    writeFileSync(file, 'Mail,Role\nzed@acme.test,Member\n"eve@acme.test","No\nrole"\nmax@acme.test,Admin\n')
    const words = ['import', file, '--org', 'acme', '--as', 'ada@acme.test', '--json']
    const dry = await box(...words, '--dry-run')
    const expected = {
      counts: { invited: 2, refused: 1 },
      problems: [{ line: 3, column: 'Role', message: expect.stringContaining('no role') }],
    }
    expect(dry).toMatchObject({ code: 4, err: '' })
    expect(JSON.parse(dry.out)).toMatchObject({ dryRun: true, ...expected })
    const done = await box(...words)
    expect(done.code).toBe(4)
    expect(JSON.parse(done.out)).toMatchObject({ dryRun: false, ...expected })
    const open: unknown[] = JSON.parse(
      (await box('export', '--org', 'acme', '--what', 'invitations', '--json')).out,
    )
    expect(open).toHaveLength(2)
  })

  test('whoever is named has to be somebody who may', async () => {
    const file = join(home, 'people.csv')
    writeFileSync(file, 'email\nzed@acme.test\n')
    const said = await box('import', file, '--org', 'acme', '--as', 'nobody@acme.test')
    expect(said).toMatchObject({ code: 3, out: '' })
    expect(said.err).toContain('nobody@acme.test')
  })
})

describe('roster key create', () => {
  test('the key is alone on standard output, and is stored nowhere', async () => {
    const said = await box(
      'key',
      'create',
      '--org',
      'acme',
      '--service',
      'deploy',
      '--create-service',
      '--role',
      'member',
    )
    expect(said.code).toBe(0)
    expect(said.out).toMatch(/^rst_[A-Za-z0-9]{36}\n$/)
    expect(said.err).toContain('shown this once')
    const stored = ['roster.db', 'roster.db-wal']
      .map((name) => join(data, name))
      .filter((path) => existsSync(path))
    for (const path of stored) expect(readFileSync(path, 'latin1')).not.toContain(said.out.trim())
    const again = await box('key', 'create', '--org', 'acme', '--service', 'nobody', '--role', 'member')
    expect(again).toMatchObject({ code: 3, out: '' })
    expect(again.err).toContain('--create-service')
  })
})
