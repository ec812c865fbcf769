import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { chance } from './demo/chance.ts'
import { type ServerProcess, serverProcess } from './testing/process.ts'
import { FIRST } from './testing/running.ts'

const AT_ONCE = 500
const KILLS = 2

let data: string
let server: ServerProcess | undefined
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'roster-crash-'))
})
afterEach(async () => {
  await server?.kill()
  rmSync(data, { recursive: true, force: true })
})

const Outcomes = z.object({
  result: z.object({
    data: z.array(z.object({ ok: z.literal(true), result: z.object({ given: z.string() }) })),
  }),
})

async function setUp(): Promise<{ first: ServerProcess; cookie: string }> {
  const first = await serverProcess(data)
  server = first
  const answer = await first.call('identity.setUp', { ...FIRST, secret: first.secret })
  return { first, cookie: answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' }
}

/** Invites five hundred at a time until the server is gone, and notes who was acknowledged. */
async function inviteUntilGone(of: ServerProcess, cookie: string, round: number, acknowledged: Set<string>) {
  for (let call = 0; ; call++) {
    const recipients = Array.from({ length: AT_ONCE }, (_, index) => `p${round}-${call}-${index}@acme.test`)
    try {
      const answer = await of.call('invitations.send', { organization: 'acme', recipients }, cookie)
      // Refused because it is about to stop.
      if (answer.status === 503) return
      for (const { result } of Outcomes.parse(await answer.json()).result.data) acknowledged.add(result.given)
    } catch (reason) {
      if (reason instanceof z.ZodError) throw reason
      return
    }
  }
}

/** What is not whole: an invitation without its one role, its one mail, its one entry, or one of these without it. */
const HALVES = `
  select 'role' as missing, i.id from invitation i where 1 <> (
    select count(*) from assignment a
      where a.organization_id = i.organization_id and a.invitation_id = i.id and a.until is null)
  union all select 'mail', i.id from invitation i where 1 <> (
    select count(*) from message m where m.id = i.message_id and m.reference_id = i.id)
  union all select 'entry', i.id from invitation i where 1 <> (
    select count(*) from audit_entry e
      where e.chain = i.organization_id and e.target_id = i.id and e.action = 'invitation.sent')
  union all select 'invitation', m.id from message m
    where m.kind = 'invitation' and m.reference_id not in (select id from invitation)
  union all select 'invitation', e.entry from audit_entry e
    where e.action = 'invitation.sent' and e.target_id not in (select id from invitation)
  union all select 'total', t.organization_id from organization_total t
    where t.invitations <> (select count(*) from invitation i where i.organization_id = t.organization_id)
`

test('F01 killed while inviting five hundred at a time, again and again: all that was acknowledged is there, nothing is half', async () => {
  const acknowledged = new Set<string>()
  const random = chance(1843)
  let { first: running, cookie } = await setUp()
  for (let round = 0; round < KILLS; round++) {
    const inviting = inviteUntilGone(running, cookie, round, acknowledged)
    const before = acknowledged.size
    await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before)
    await pause(random.whole(0, 150))
    await running.kill()
    await inviting

    running = await serverProcess(data)
    server = running
    const sqlite = new Sqlite(join(data, 'roster.db'), { readonly: true })
    const there = new Set(sqlite.prepare<[], string>('select email from invitation').pluck().all())
    expect([...acknowledged].filter((email) => !there.has(email))).toEqual([])
    expect(sqlite.prepare(HALVES).all()).toEqual([])
    expect(sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    sqlite.close()
    const verified = await running.call('audit.verify', { organization: 'acme' }, cookie)
    expect(await verified.json()).toMatchObject({ result: { data: { intact: true } } })
  }
}, 120_000)

test('F21 stopped while inviting: it ends cleanly, and what was answered is there', async () => {
  const acknowledged = new Set<string>()
  const { first, cookie } = await setUp()
  const inviting = inviteUntilGone(first, cookie, 0, acknowledged)
  await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 5 }).toBeGreaterThan(0)
  expect(await first.stop()).toBe(0)
  await inviting
  const sqlite = new Sqlite(join(data, 'roster.db'), { readonly: true })
  const there = new Set(sqlite.prepare<[], string>('select email from invitation').pluck().all())
  expect([...acknowledged].filter((email) => !there.has(email))).toEqual([])
  expect(sqlite.prepare(HALVES).all()).toEqual([])
  sqlite.close()
}, 120_000)
