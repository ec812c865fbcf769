import type { UserId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { ABSOLUTE, IDLE, MOST_SESSIONS, NOTED_EVERY } from './session-rows.ts'
import { createSession, purgeExpiredSessions, revokeSessions, validateSession } from './sessions.ts'

const MINUTE = 60_000
let home: House
let user: UserId
beforeEach(async () => {
  home = await house()
  user = home.people.member.id
})
afterEach(() => home.close())

const begin = (of = user) =>
  home.deps.writer.run((tx) =>
    createSession(
      tx,
      { newId: home.deps.newId, now: home.now() },
      { user: of, address: '192.0.2.1', userAgent: 'Firefox' },
    ),
  )
const valid = async (token: string) => {
  const found = await validateSession(home.deps, token)
  await home.deps.writer.drained()
  return found
}
const rows = () => home.deps.reader.selectFrom('session').selectAll().execute()

test('a session is found by its bearer and answers who it is of, under its public id', async () => {
  const { token, session, until } = await begin()
  expect(await valid(token)).toEqual({ user, session })
  expect(until).toBe(home.now() + ABSOLUTE)
})

test('A42 the bearer is nowhere in the database, and what is there opens nothing', async () => {
  const { token, session } = await begin()
  expect(await contents(home.deps)).not.toContain(token)
  const [row] = await rows()
  expect(row?.token_hash).toMatch(/^[0-9a-f]{64}$/)
  for (const stored of [row?.token_hash ?? '', session, String(row?.token_hash).slice(0, 40)]) {
    expect(await valid(stored)).toBeNull()
  }
})

test('7.2.3 bearers are 200 random bits, each its own', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, async () => (await begin()).token))
  expect(new Set(tokens).size).toBe(20)
  for (const token of tokens) expect(token).toMatch(/^[a-z2-7]{40}$/)
})

test('A59 anything else is nobody', async () => {
  const { token } = await begin()
  const tries = [
    '',
    ' ',
    token.toUpperCase(),
    `${token} `,
    token.slice(1),
    `${token}a`,
    '\0'.repeat(40),
    '%'.repeat(40),
  ]
  for (const other of tries) expect(await valid(other)).toBeNull()
})

test('A27 unused, a session ends after seven days, by the clock and to the millisecond', async () => {
  const { token } = await begin()
  home.advance(IDLE - 1)
  expect(await valid(token)).not.toBeNull()
  const other = await begin()
  home.advance(IDLE)
  expect(await valid(other.token)).toBeNull()
})

test('A27 used every day, it lasts, and still ends after thirty days', async () => {
  const { token } = await begin()
  for (let day = 1; day < 30; day++) {
    home.advance(ABSOLUTE / 30)
    expect(await valid(token), `day ${day}`).not.toBeNull()
  }
  home.advance(ABSOLUTE / 30 - 1)
  expect(await valid(token)).not.toBeNull()
  home.advance(1)
  expect(await valid(token)).toBeNull()
})

test('A27 the absolute end holds whatever the other one says', async () => {
  const { token } = await begin()
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('session')
      .set({ expires_at: home.now() + 2 * ABSOLUTE })
      .execute(),
  )
  home.advance(ABSOLUTE - 1)
  expect(await validateSession(home.deps, token)).not.toBeNull()
  home.advance(1)
  expect(await valid(token)).toBeNull()
})

test('F10 a clock that jumps ahead ends sessions', async () => {
  const { token } = await begin()
  home.advance(8 * 24 * 60 * MINUTE)
  expect(await valid(token)).toBeNull()
})

test('use is written down every five minutes at the most, and moves the end on', async () => {
  const { token } = await begin()
  const before = await contents(home.deps)
  for (let minute = 0; minute < 4; minute++) {
    home.advance(MINUTE)
    await valid(token)
  }
  expect(await contents(home.deps)).toBe(before)
  home.advance(NOTED_EVERY - 4 * MINUTE)
  await Promise.all([valid(token), valid(token), valid(token)])
  const [row] = await rows()
  expect(row).toMatchObject({ last_seen_at: home.now(), expires_at: home.now() + IDLE })
  const account = await home.deps.reader
    .selectFrom('user')
    .select('last_active_at')
    .where('id', '=', user)
    .executeTakeFirstOrThrow()
  expect(account.last_active_at).toBe(home.now())
})

test('a read deletes nothing, also when the session has run out', async () => {
  const { token } = await begin()
  home.advance(IDLE)
  const before = await contents(home.deps)
  expect(await valid(token)).toBeNull()
  expect(await contents(home.deps)).toBe(before)
})

test('when use cannot be written down, the session is valid all the same', async () => {
  const { token, session } = await begin()
  home.advance(NOTED_EVERY)
  const writer = Object.assign(Object.create(home.deps.writer), {
    run: () => Promise.reject(new Error('the disk is full')),
  })
  expect(await validateSession({ ...home.deps, writer }, token)).toEqual({ user, session })
})

test.each(['disabled_at', 'deleted_at'] as const)(
  'A23 with %s an account is nobody at once, and again somebody without',
  async (column) => {
    const { token } = await begin()
    const set = (at: number | null) =>
      home.deps.writer.run((tx) =>
        tx
          .updateTable('user')
          .set({ [column]: at })
          .where('id', '=', user)
          .execute(),
      )
    await set(home.now())
    expect(await valid(token)).toBeNull()
    await set(null)
    expect(await valid(token)).not.toBeNull()
  },
)

test('ending sessions: one, one of a certain person only, all but one, all', async () => {
  const [first, second, third] = [await begin(), await begin(), await begin()]
  const others = await begin(home.people.admin.id)
  const end = (ended: Parameters<typeof revokeSessions>[1]) =>
    home.deps.writer.run((tx) => revokeSessions(tx, ended))
  expect(await end({ session: others.session, user })).toBe(0)
  expect(await end({ session: first.session, user })).toBe(1)
  expect(await valid(first.token)).toBeNull()
  expect(await end({ user, except: second.session })).toBe(1)
  expect(await valid(third.token)).toBeNull()
  expect(await valid(second.token)).not.toBeNull()
  expect(await end({ session: 'nonsense' })).toBe(0)
  expect(await end({ user })).toBe(1)
  expect(await valid(second.token)).toBeNull()
  expect(await valid(others.token)).not.toBeNull()
})

test('A30 one person has fifty sessions at the most; the one used least lately goes', async () => {
  const kept = await begin()
  home.advance(1)
  const unused = await begin()
  home.advance(NOTED_EVERY)
  await valid(kept.token)
  const others = await begin(home.people.admin.id)
  for (let number = 0; number < MOST_SESSIONS - 1; number++) await begin()
  expect(await valid(unused.token)).toBeNull()
  expect(await valid(kept.token)).not.toBeNull()
  expect(await valid(others.token)).not.toBeNull()
  expect((await rows()).filter((row) => row.user_id === user)).toHaveLength(MOST_SESSIONS)
})

test('the purge takes out what has run out and nothing else', async () => {
  const { token: old } = await begin()
  home.advance(MINUTE)
  const { token: young } = await begin()
  home.advance(IDLE - MINUTE)
  expect(await purgeExpiredSessions(home.deps)).toBe(1)
  expect(await purgeExpiredSessions(home.deps)).toBe(0)
  expect(await valid(old)).toBeNull()
  expect(await valid(young)).not.toBeNull()
})

test('overlong addresses and user agents are cut, not refused', async () => {
  await home.deps.writer.run((tx) =>
    createSession(
      tx,
      { newId: home.deps.newId, now: home.now() },
      { user, address: 'a'.repeat(5_000), userAgent: 'b'.repeat(50_000) },
    ),
  )
  const [row] = await rows()
  expect(row?.address).toHaveLength(100)
  expect(row?.user_agent).toHaveLength(500)
})
