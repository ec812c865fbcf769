import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { acme, idOf, lastEntry, untouched } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

/** A session that lasts so many milliseconds. */
async function session(part: Part, lasts = 1_000_000) {
  const id = home.deps.newId('ses')
  const now = home.now()
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('session')
      .values({
        token_hash: `hash of ${id}`,
        id,
        user_id: home.people[part].id,
        created_at: now,
        expires_at: now + lasts,
        ends_at: now + lasts,
        last_seen_at: now,
        address: '192.0.2.77',
        user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      })
      .execute(),
  )
}
const left = async (part: Part) =>
  (
    await home.deps.reader
      .selectFrom('session')
      .select('id')
      .where('user_id', '=', home.people[part].id)
      .execute()
  ).length

test('the sessions of a member tell device and times, and neither address nor id', async () => {
  await session('member', 1_000)
  home.advance(1_000)
  await session('member')
  const sessions = await home.as('admin').members.sessions({ ...acme, member: idOf(home, 'member') })
  expect(sessions).toEqual([{ device: 'Firefox on Linux', since: home.now(), lastSeenAt: home.now() }])
})

test('somebody is signed out everywhere, with an entry, and nobody else is', async () => {
  await session('member')
  await session('member')
  await session('viewer')
  const end = () => home.as('admin').members.endSessions({ ...acme, member: idOf(home, 'member') })
  expect(await end()).toEqual({ ended: 2 })
  expect([await left('member'), await left('viewer')]).toEqual([0, 1])
  expect(await lastEntry(home)).toMatchObject({
    action: 'member.sessions-ended',
    target: { kind: 'user', id: home.people.member.id },
    facts: { member: idOf(home, 'member'), ended: 2 },
  })
  expect(await untouched(home, end)).toEqual({ ended: 0 })
})

test('those above, oneself and whoever left are not signed out, and nothing changes', async () => {
  await session('owner')
  const end = (as: Part, member: Part) =>
    untouched(home, () => refused(home.as(as).members.endSessions({ ...acme, member: idOf(home, member) })))
  expect((await end('admin', 'owner')).code).toBe('beyond-your-own')
  expect((await end('owner', 'owner')).code).toBe('not-yourself')
  expect((await end('member', 'viewer')).code).toBe('not-permitted')
  expect((await end('owner', 'removed')).code).toBe('not-found')
})
