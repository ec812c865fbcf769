import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chance } from './demo/chance.ts'
import { type ServerProcess, serverProcess } from './testing/process.ts'
import { FIRST } from './testing/running.ts'

const KILLS = 3
const OPEN = { ROSTER_WEBHOOKS_TO_PRIVATE: 'true' }

let data: string
let server: ServerProcess | undefined
/** The ids of what arrived, as often as it did. */
let arrived: string[]
let url: string
let close: () => Promise<void>
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'roster-webhooks-'))
  arrived = []
  const receiver = createServer((request, response) => {
    arrived.push(String(request.headers['webhook-id']))
    request.resume().on('end', () => response.writeHead(204).end())
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const address = receiver.address()
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen')
  url = `http://127.0.0.1:${address.port}/`
  close = async () => {
    receiver.closeAllConnections()
    receiver.close()
    await once(receiver, 'close')
  }
})
afterEach(async () => {
  await server?.kill()
  await close()
  rmSync(data, { recursive: true, force: true })
})

async function start(settings: Readonly<Record<string, string>> = OPEN): Promise<ServerProcess> {
  server = await serverProcess(data, settings)
  return server
}

const hooked = (events: readonly string[]) => ({ organization: 'acme', name: 'Chat', url, events })

/** The ids of the trail that the endpoint is to get. */
function recorded(): readonly string[] {
  const sqlite = new Sqlite(join(data, 'roster.db'), { readonly: true })
  const rows: unknown[] = sqlite
    .prepare("select entry ->> '$.id' from audit_entry where action = 'invitation.sent'")
    .pluck()
    .all()
  sqlite.close()
  return rows.map(String)
}

test('F01 F22 killed while it sends, again and again: everything that the trail says arrives', async () => {
  const random = chance(1843)
  let running = await start()
  const answer = await running.call('identity.setUp', { ...FIRST, secret: running.secret })
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  await running.call('webhooks.create', hooked(['invitation.sent']), cookie)
  for (let round = 0; round < KILLS; round++) {
    const recipients = Array.from({ length: 200 }, (_, index) => `p${round}-${index}@acme.test`)
    const before = arrived.length
    const inviting = running.call('invitations.send', { organization: 'acme', recipients }, cookie)
    await Promise.race([inviting.catch(() => undefined), pause(2_000)])
    await expect.poll(() => arrived.length, { timeout: 10_000, interval: 5 }).toBeGreaterThan(before)
    await pause(random.whole(0, 150))
    await running.kill()
    running = await start()
  }
  const everything = new Set(recorded())
  expect(everything.size).toBeGreaterThan(100)
  await expect.poll(() => new Set(arrived), { timeout: 30_000, interval: 50 }).toEqual(everything)
  // Again only what was under way when it was killed.
  expect(arrived.length - everything.size).toBeLessThanOrEqual(KILLS * 8)
  expect(await running.stop()).toBe(0)
}, 120_000)

test('A44 a server whose operator did not open private networks sends nothing there', async () => {
  const running = await start({})
  const answer = await running.call('identity.setUp', { ...FIRST, secret: running.secret })
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  const refused = await running.call('webhooks.create', hooked(['*']), cookie)
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('the operator of this Roster has not opened these')
  // Saved while it was open, and not sent since it is shut.
  await running.stop()
  const opened = await start()
  await opened.call('webhooks.create', hooked(['*']), cookie)
  await expect.poll(() => arrived.length).toBe(1)
  await opened.stop()
  const shut = await start({})
  const organization = 'acme'
  const recipients = ['ada@elsewhere.test']
  await shut.call('invitations.send', { organization, recipients }, cookie)
  const listed = async () => (await shut.call('webhooks.list', { organization }, cookie)).text()
  await expect.poll(listed, { timeout: 5_000 }).toContain('"state":"failing"')
  expect(arrived).toHaveLength(1)
}, 60_000)
