import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, test } from 'vitest'
import { FIRST, type Running, running } from './testing/running.ts'

const open: Running[] = []
async function started(environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  const server = await running(environment)
  open.push(server)
  return server
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})

describe('the server', () => {
  test('prints a set-up link once, and none after set-up', async () => {
    const first = await started()
    expect(first.secret).not.toBe('')
    expect((await first.call('identity.setUp', { secret: first.secret, ...FIRST })).status).toBe(200)
    const again = await first.call('identity.setUp', { secret: first.secret, ...FIRST })
    expect(again.status).toBe(412)
  })

  test('a second server on the same data refuses and says what to do', async () => {
    const first = await started()
    await expect(running({ ROSTER_DATA: first.data })).rejects.toThrow(/already running.*ROSTER_DATA/)
  })

  test('a port in use is named, and the data is let go', async () => {
    const first = await started()
    const { port } = new URL(first.listening)
    const data = mkdtempSync(join(tmpdir(), 'roster-'))
    await expect(running({ PORT: port, ROSTER_DATA: data })).rejects.toThrow(`Port ${port} is in use`)
    await started({ ROSTER_DATA: data })
  })

  test('keeps its key readable by its owner only, and refuses a damaged one', async () => {
    const first = await started()
    const key = join(first.data, 'instance.key')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect(Buffer.from(readFileSync(key, 'utf8').trim(), 'base64url')).toHaveLength(32)

    const data = mkdtempSync(join(tmpdir(), 'roster-'))
    writeFileSync(join(data, 'instance.key'), 'short\n')
    await expect(running({ ROSTER_DATA: data })).rejects.toThrow(/key.*damaged.*backup/)
  })

  test('keeps all of its data readable by its owner only, also in a directory that is open to everybody', async () => {
    const data = mkdtempSync(join(tmpdir(), 'roster-'))
    chmodSync(data, 0o755)
    const server = await started({ ROSTER_DATA: data })
    await server.call('identity.setUp', { secret: server.secret, ...FIRST })
    const files = readdirSync(data)
    expect(files).toContain('roster.db-wal')
    expect(files.filter((file) => statSync(join(data, file)).mode & 0o077)).toEqual([])
  })

  test('F14 refuses a damaged database, says what to do, and lets the directory go', async () => {
    const data = mkdtempSync(join(tmpdir(), 'roster-'))
    writeFileSync(join(data, 'roster.db'), 'no database at all, '.repeat(500))
    await expect(running({ ROSTER_DATA: data })).rejects.toThrow(/damaged.*restore.*backup/)
    rmSync(join(data, 'roster.db'))
    await started({ ROSTER_DATA: data })
  })

  test('F16 refuses data that a newer Roster has written', async () => {
    const data = mkdtempSync(join(tmpdir(), 'roster-'))
    const newer = new Sqlite(join(data, 'roster.db'))
    newer.pragma('user_version = 999')
    newer.close()
    await expect(running({ ROSTER_DATA: data })).rejects.toThrow(/newer Roster/)
  })

  test('what was acknowledged is there after a restart, and the session still counts', async () => {
    const first = await started()
    const answer = await first.call('identity.setUp', { secret: first.secret, ...FIRST })
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    const { data } = first
    await first.stopKeepingData()
    const second = await started({ ROSTER_DATA: data })
    expect(second.secret).toBe('')
    const me = await second.call('identity.me', {}, { cookie })
    expect(await me.json()).toMatchObject({ result: { data: { email: 'ada@acme.test' } } })
  })

  test('F21 stops while event streams are open', async () => {
    const server = await started()
    const answer = await server.call('identity.setUp', { secret: server.secret, ...FIRST })
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    const stream = await fetch(
      `${server.listening}/trpc/live.changes?input=${encodeURIComponent('{"organization":"acme"}')}`,
      {
        headers: { cookie, accept: 'text/event-stream' },
      },
    )
    expect(stream.status).toBe(200)
    const ended = stream.text().then(
      () => 'ended',
      () => 'cut',
    )
    await server.stopKeepingData()
    expect(['ended', 'cut']).toContain(await ended)
  })
})
