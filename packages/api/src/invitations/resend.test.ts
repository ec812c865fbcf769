import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { invite, policies, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

const codes = (outcomes: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : one.refusal.code))

const roleOf = async (id: string) => {
  const { items } = await as().list({ ...acme, status: 'all' })
  return items.find((one) => one.id === id)?.role.key
}

test('C15 I9 D16 a new link, a new end after the same time, one mail more, the terms kept', async () => {
  const id = await invite(home, 'eve@x.test', { expiryDays: 14, role: home.roles.viewer, message: 'Hello' })
  home.advance(3 * DAY)
  expect(await as().resend({ ...acme, invitations: [id] })).toEqual([
    { ok: true, result: { invitation: id } },
  ])
  const stored = await row(home, id)
  expect(stored).toMatchObject({
    generation: 2,
    sent_at: home.now(),
    expires_at: home.now() + 14 * DAY,
    message: 'Hello',
    state: 'pending',
    invited_by: home.people.owner.id,
  })
  expect(await roleOf(id)).toBe('viewer')
  const mails = await home.database.reader
    .selectFrom('message')
    .select(['id', 'event', 'facts'])
    .where('reference_id', '=', id)
    .orderBy('id')
    .execute()
  expect(mails.map((mail) => mail.event)).toEqual([`invitation:${id}:1`, `invitation:${id}:2`])
  expect(stored.message_id).toBe(mails[1]?.id)
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.resent',
    target: { id },
    facts: { generation: 2, expiresAt: home.now() + 14 * DAY },
  })
})

test('D18 D20 an expired one comes back to life, one without an end stays so', async () => {
  const id = await invite(home, 'eve@x.test')
  const never = await invite(home, 'bob@x.test', { expiryDays: null })
  home.advance(30 * DAY)
  await as().resend({ ...acme, invitations: [id, never] })
  expect((await row(home, id)).expires_at).toBe(home.now() + 7 * DAY)
  expect((await row(home, never)).expires_at).toBeNull()
})

test('a time that the policies do not allow any more becomes the usual one', async () => {
  const never = await invite(home, 'eve@x.test', { expiryDays: null })
  const long = await invite(home, 'bob@x.test', { expiryDays: 300 })
  await policies(home, { expiryDays: { default: 5, min: 1, max: 10, never: false } })
  await as().resend({ ...acme, invitations: [never, long] })
  for (const id of [never, long]) expect((await row(home, id)).expires_at).toBe(home.now() + 5 * DAY)
})

test('D44 new words replace the old ones, none take them away, silence keeps them', async () => {
  const id = await invite(home, 'eve@x.test', { message: 'one' })
  await as().resend({ ...acme, invitations: [id] })
  expect((await row(home, id)).message).toBe('one')
  await as().resend({ ...acme, invitations: [id], message: 'two' })
  expect((await row(home, id)).message).toBe('two')
  await as().resend({ ...acme, invitations: [id], message: null })
  expect((await row(home, id)).message).toBeNull()
})

test('A59 a message is text: controls and overlong ones are refused by field', async () => {
  const id = await invite(home, 'eve@x.test')
  for (const message of ['a\u0000b', 'x'.repeat(2_001), '\u202e']) {
    const refusal = await refused(as().resend({ ...acme, invitations: [id], message }))
    expect(refusal).toMatchObject({ code: 'invalid-input', facts: { field: 'message' } })
  }
})

test('D33 a domain that was blocked meanwhile gets no more mail', async () => {
  const id = await invite(home, 'eve@x.test')
  await policies(home, { blockedDomains: ['x.test'] })
  const before = await contents(home.deps)
  expect(codes(await as().resend({ ...acme, invitations: [id] }))).toEqual(['domain-blocked'])
  expect(await contents(home.deps)).toBe(before)
})

test('many at once, each with a result of its own, one that is there twice too', async () => {
  const ids = await Promise.all(['a', 'b', 'c'].map((name) => invite(home, `${name}@x.test`)))
  await as().revoke({ ...acme, invitations: ids.slice(0, 1) })
  const outcomes = await as().resend({ ...acme, invitations: [...ids, ...ids.slice(2), 'nonsense'] })
  expect(codes(outcomes)).toEqual(['invitation-not-open', 'ok', 'ok', 'ok', 'not-found'])
  expect((await row(home, ids[2] ?? 'inv_')).generation).toBe(3)
})

test('one that somebody else sent is resent although it is named twice, and answered for once', async () => {
  const id = await invite(home, 'eve@x.test')
  const twice = await as('admin').resend({ ...acme, invitations: [id, id] })
  expect(codes(twice)).toEqual(['ok', 'ok'])
  expect(await row(home, id)).toMatchObject({ generation: 3, state: 'pending' })
  const terms = await home.deps.reader
    .selectFrom('assignment')
    .select('given_by')
    .where('invitation_id', '=', id)
    .where('until', 'is', null)
    .execute()
  expect(terms).toEqual([{ given_by: home.people.admin.id }])
})

test('A12 an address named twice has not got twice the mail', async () => {
  const id = await invite(home, 'eve@x.test')
  for (let mails = 1; mails < 6; mails++) await as().resend({ ...acme, invitations: [id] })
  expect(codes(await as().resend({ ...acme, invitations: [id, id] }))).toEqual(['ok', 'ok'])
})
