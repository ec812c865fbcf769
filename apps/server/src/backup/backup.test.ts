import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseOfEarlier } from '@roster/api/testing/earlier-release'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roster, rosterHere } from '../testing/command-line.ts'
import { founded } from '../testing/founded.ts'
import { type ServerProcess, serverProcess } from '../testing/process.ts'
import { FIRST, type Running, running } from '../testing/running.ts'

let template: string
let home: string
let data: string
beforeAll(async () => {
  template = await founded()
})
afterAll(() => rmSync(template, { recursive: true, force: true }))
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'roster-backup-'))
  data = join(home, 'data')
  cpSync(template, data, { recursive: true })
})
const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  rmSync(home, { recursive: true, force: true })
})

const backUp = (to: string) => rosterHere(['backup', join(home, to), '--data', data, '--json'])
const restore = (from: string, ...words: string[]) =>
  rosterHere(['restore', join(home, from), '--data', join(home, 'new'), '--json', ...words])

async function signIn(server: Pick<Running | ServerProcess, 'call'>): Promise<string> {
  const { email, password } = FIRST
  const answer = await server.call('identity.signIn', { email, password })
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

/** Invites some four hundred a second until the server is gone, and notes who was acknowledged. */
async function inviteUntilGone(
  server: ServerProcess,
  cookie: string,
  acknowledged: Set<string>,
): Promise<void> {
  for (let call = 0; ; call++) {
    const recipients = Array.from({ length: 20 }, (_, index) => `p${call}-${index}@acme.test`)
    const answer = await server
      .call('invitations.send', { organization: 'acme', recipients }, cookie)
      .catch(() => null)
    if (answer?.status !== 200) return
    for (const email of recipients) acknowledged.add(email)
    await pause(30)
  }
}

const ONE_MAIL_EACH = `
  select count(*) from invitation i
    where not exists (select 1 from message m where m.id = i.message_id)
      or not exists (select 1 from audit_entry e where e.chain = i.organization_id and e.target_id = i.id)
`

describe('F17 backup under load, and restored', () => {
  test('holds all that was acknowledged before it began and nothing half; mail is not sent blindly, and people sign in anew', async () => {
    const server = await serverProcess(data)
    stops.push(() => server.kill())
    const cookie = await signIn(server)
    const acknowledged = new Set<string>()
    const inviting = inviteUntilGone(server, cookie, acknowledged)
    await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(100)
    const before = [...acknowledged]
    const made = await roster(['backup', join(home, 'copy'), '--data', data, '--json'])
    const meanwhile = acknowledged.size - before.length
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(meanwhile).toBeGreaterThan(200)
    await server.kill()
    await inviting

    const copy = new Sqlite(join(home, 'copy', 'roster.db'), { readonly: true })
    const there = new Set(copy.prepare<[], string>('select email from invitation').pluck().all())
    expect(before.filter((email) => !there.has(email))).toEqual([])
    expect(copy.prepare(ONE_MAIL_EACH).pluck().get()).toBe(0)
    const waiting = copy.prepare("select count(*) from message where state = 'queued'").pluck().get()
    copy.close()

    const restored = await restore('copy')
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(restored.out)).toMatchObject({
      mailSetAside: waiting,
      sessionsEnded: 2,
      openInvitations: there.size,
      putAside: null,
    })
    const again = await running({ ROSTER_DATA: join(home, 'new') })
    stops.push(again.stop)
    const old = await again.call('audit.verify', { organization: 'acme' }, { cookie })
    expect(old.status).toBe(401)
    const anew = { cookie: await signIn(again) }
    const listed = await again.call('invitations.list', { organization: 'acme', pageSize: 1 }, anew)
    expect(await listed.json()).toMatchObject({ result: { data: { total: there.size } } })
    const verified = await again.call('audit.verify', { organization: 'acme' }, anew)
    expect(await verified.json()).toMatchObject({ result: { data: { intact: true } } })
    const trail = await again.call('audit.list', { organization: 'acme', pageSize: 1 }, anew)
    expect(await trail.json()).toMatchObject({
      result: { data: { items: [{ action: 'organization.restored', byOperator: true }] } },
    })
    const sqlite = new Sqlite(join(home, 'new', 'roster.db'), { readonly: true })
    expect(
      sqlite.prepare("select distinct outcome from message where kind = 'invitation'").pluck().all(),
    ).toEqual([expect.stringMatching(/^Set aside: Roster was restored from a backup of 20\d\d-/)])
    sqlite.close()
  })
})

describe('a backup', () => {
  test.each(['copy', 'copy.tar', 'copy.tar.gz'])(
    'into %s is readable by its owner only, and restored as it was',
    async (name) => {
      expect(await backUp(name)).toMatchObject({ code: 0, err: '' })
      const path = join(home, name)
      const files = statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path]
      expect(files.filter((file) => statSync(file).mode & 0o077)).toEqual([])
      expect(await restore(name, '--keep-sessions')).toMatchObject({ code: 0, err: '' })
      expect(readFileSync(join(home, 'new', 'instance.key'))).toEqual(
        readFileSync(join(data, 'instance.key')),
      )
      expect(readdirSync(join(home, 'new')).sort()).toEqual([
        'instance.key',
        'last-backup.json',
        'roster.db',
        'roster.lock',
      ])
    },
  )

  test('overwrites nothing, and leaves nothing behind', async () => {
    writeFileSync(join(home, 'copy'), 'precious')
    expect(await backUp('copy')).toMatchObject({ code: 3, out: '' })
    expect(readFileSync(join(home, 'copy'), 'utf8')).toBe('precious')
    expect(readdirSync(home).sort()).toEqual(['copy', 'data'])
  })

  test('of a broken trail is not made', async () => {
    const sqlite = new Sqlite(join(data, 'roster.db'))
    sqlite.exec("drop trigger audit_is_not_edited; update audit_entry set hash = 'x' where sequence = 1")
    sqlite.close()
    const said = await backUp('copy')
    expect(said).toMatchObject({ code: 1, out: '' })
    expect(said.err).toContain('broken at entry 1')
    expect(readdirSync(home)).toEqual(['data'])
  })
})

describe('restoring', () => {
  test.each([
    [
      'a byte of the database is another one',
      (folder: string) => flipLastByte(join(folder, 'roster.db')),
      'not what was written',
    ],
    [
      'the database is cut short',
      (folder: string) => truncateSync(join(folder, 'roster.db'), 40_960),
      'not what was written',
    ],
    [
      'the key is missing',
      (folder: string) => rmSync(join(folder, 'instance.key')),
      'instance.key is missing',
    ],
    [
      'the manifest is missing',
      (folder: string) => rmSync(join(folder, 'manifest.json')),
      'manifest.json is missing',
    ],
    [
      'the manifest is damaged',
      (folder: string) => writeFileSync(join(folder, 'manifest.json'), '{}'),
      'manifest',
    ],
    ['it is of a newer Roster', newer, 'newer Roster'],
  ])('is refused where %s, and nothing is there afterwards', async (_, damage, words) => {
    await backUp('copy')
    await damage(join(home, 'copy'))
    const said = await restore('copy')
    expect(said).toMatchObject({ code: 1, out: '' })
    expect(said.err).toContain(words)
    expect(readdirSync(join(home, 'new'))).toEqual(['roster.lock'])
  })

  test('is refused where an archive ends too early', async () => {
    await backUp('copy.tar')
    truncateSync(join(home, 'copy.tar'), 20_000)
    expect(await restore('copy.tar')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('not complete'),
    })
  })

  test('is refused over data that is there, which --replace puts aside, and while a server runs', async () => {
    await backUp('copy')
    const over = ['restore', join(home, 'copy'), '--data', data]
    const refused = await rosterHere(over)
    expect(refused).toMatchObject({ code: 3, out: '' })
    expect(refused.err).toContain('--replace')
    const server = await running({ ROSTER_DATA: data })
    const served = await rosterHere([...over, '--replace'])
    expect(served).toMatchObject({ code: 3, out: '' })
    expect(served.err).toContain('Stop it')
    await server.stopKeepingData()
    const done = await rosterHere([...over, '--replace', '--json'])
    expect(done.code).toBe(0)
    const { putAside }: { putAside: string } = JSON.parse(done.out)
    expect(readdirSync(putAside)).toEqual(expect.arrayContaining(['instance.key', 'roster.db']))
    expect(existsSync(join(data, 'roster.db'))).toBe(true)
  })
})

describe('roster migrate', () => {
  test('F16 says what would run, backs up and does it; a newer schema is refused', async () => {
    const old = join(home, 'old')
    mkdirSync(old)
    cpSync(join(data, 'instance.key'), join(old, 'instance.key'))
    databaseOfEarlier(join(old, 'roster.db'), 21)
    const migrate = (...words: string[]) => rosterHere(['migrate', '--data', old, '--json', ...words])
    const waiting = await migrate('--check')
    expect(waiting.code).toBe(4)
    expect(JSON.parse(waiting.out)).toMatchObject({ version: 21 })
    const wrong = await rosterHere([
      'owner',
      'add',
      '--org',
      'acme',
      '--email',
      'a@acme.test',
      '--yes',
      '--data',
      old,
    ])
    expect(wrong).toMatchObject({ code: 3, err: expect.stringContaining('roster migrate') })
    const done = await migrate()
    expect(done).toMatchObject({ code: 0, err: expect.stringContaining('Backed up') })
    const { ran, backup }: { ran: string[]; backup: string } = JSON.parse(done.out)
    expect(ran[0]).toBe('0022-keys')
    expect(existsSync(join(backup, 'manifest.json'))).toBe(true)
    expect(await migrate('--check')).toMatchObject({ code: 0 })
    const newest = new Sqlite(join(old, 'roster.db'))
    newest.pragma('user_version = 999')
    newest.close()
    expect(await migrate()).toMatchObject({ code: 3, err: expect.stringContaining('newer Roster') })
  })
})

function flipLastByte(path: string): void {
  const bytes = readFileSync(path)
  bytes[bytes.length - 1] = 0xff ^ (bytes.at(-1) ?? 0)
  writeFileSync(path, bytes)
}

/** As a later release would write it, with a manifest that is right. */
async function newer(folder: string): Promise<void> {
  const { factsOf } = await import('./manifest.ts')
  chmodSync(join(folder, 'roster.db'), 0o600)
  const sqlite = new Sqlite(join(folder, 'roster.db'))
  sqlite.pragma('user_version = 999')
  sqlite.close()
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  manifest.schema = 999
  manifest.files['roster.db'] = await factsOf(join(folder, 'roster.db'))
  writeFileSync(path, JSON.stringify(manifest))
}
