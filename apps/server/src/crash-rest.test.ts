import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type ServerProcess, serverProcess } from './testing/process.ts'
import { FIRST } from './testing/running.ts'

const AT_ONCE = 500
/** Killed as soon as so many are there: in the first part, between parts, and where only the answer is missing. */
const MOMENTS = [1, 201, 401, AT_ONCE]

let data: string
let server: ServerProcess | undefined
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'roster-crash-rest-'))
})
afterEach(async () => {
  await server?.kill()
  rmSync(data, { recursive: true, force: true })
})

const Roles = z.object({ result: z.object({ data: z.array(z.object({ id: z.string(), key: z.string() })) }) })
const Key = z.object({ result: z.object({ data: z.object({ secret: z.string() }) }) })
const Results = z.object({
  results: z.array(z.object({ ok: z.literal(true), item: z.string(), result: z.object({ id: z.string() }) })),
})

/** Makes a key of whoever sets the server up. */
async function keyAt(first: ServerProcess): Promise<string> {
  const answer = await first.call('identity.setUp', { ...FIRST, secret: first.secret })
  const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
  const ask = async (procedure: string, input: object) => {
    const done = await first.call(procedure, { organization: 'acme', ...input }, cookie)
    return done.json()
  }
  const { result } = Roles.parse(await ask('roles.list', {}))
  const role = result.data.find(({ key }) => key === 'owner')?.id
  return Key.parse(await ask('keys.create', { name: 'Inviter', role })).result.data.secret
}

function invite(of: ServerProcess, secret: string, name: string, recipients: readonly string[]) {
  return fetch(`${of.url.replace('localhost', '127.0.0.1')}/api/v1/organizations/acme/invitations`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${secret}`,
      'content-type': 'application/json',
      'idempotency-key': name,
    },
    body: JSON.stringify({ recipients }),
  })
}

test('F01 killed in the middle of a call that invites five hundred: made again under its name, each is invited once', async () => {
  let running = await serverProcess(data)
  server = running
  const secret = await keyAt(running)
  const halfway: number[] = []
  for (const [round, moment] of MOMENTS.entries()) {
    const recipients = Array.from({ length: AT_ONCE }, (_, index) => `p${round}-${index}@acme.test`)
    const sqlite = new Sqlite(join(data, 'roster.db'), { readonly: true, timeout: 5_000 })
    const there = sqlite.prepare<[string], string>('select id from invitation where email like ?').pluck()
    const sent = () => there.all(`p${round}-%`)

    const cut = invite(running, secret, `round-${round}`, recipients).then(
      (answer) => answer.text(),
      () => 'cut off',
    )
    while (sent().length < moment) await turn()
    await running.kill()
    await cut
    halfway.push(sent().length)

    running = await serverProcess(data)
    server = running
    const again = await invite(running, secret, `round-${round}`, recipients)
    expect(again.status).toBe(200)
    const { results } = Results.parse(await again.json())
    expect(results.map(({ item }) => item)).toEqual(recipients)
    expect(results.map(({ result }) => result.id).toSorted()).toEqual(sent().toSorted())

    const third = await invite(running, secret, `round-${round}`, recipients)
    expect(third.headers.get('idempotent-replayed')).toBe('true')
    expect(Results.parse(await third.json()).results).toEqual(results)
    expect(sent()).toHaveLength(AT_ONCE)
    const mails = sqlite.prepare(
      `select count(*) from message where kind = 'invitation'
         and reference_id in (select id from invitation where email like ?)`,
    )
    expect(mails.pluck().get(`p${round}-%`)).toBe(AT_ONCE)
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    sqlite.close()
  }
  // Else nothing was killed in the middle, and this proved nothing.
  expect(halfway.filter((many) => many > 0 && many < AT_ONCE)).not.toEqual([])
}, 120_000)
