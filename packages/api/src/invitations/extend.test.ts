import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { delivered, invite, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

test('D21 adds days to the end, without a new link and without mail', async () => {
  const id = await invite(home, 'eve@x.test')
  await delivered(home, id)
  home.advance(DAY)
  const before = await row(home, id)
  const { expiresAt } = await as().extend({ ...acme, invitation: id, days: 7 })
  expect(expiresAt).toBe((before.expires_at ?? 0) + 7 * DAY)
  expect(await row(home, id)).toEqual({ ...before, expires_at: expiresAt })
  const mails = await home.database.reader.selectFrom('message').select('id').execute()
  expect(mails).toHaveLength(1)
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.extended',
    facts: { from: before.expires_at, to: expiresAt, generation: 1 },
  })
})

test('D18 D21 an expired one is counted from now; with mail if asked', async () => {
  const id = await invite(home, 'eve@x.test')
  await delivered(home, id)
  home.advance(20 * DAY)
  const { expiresAt } = await as().extend({ ...acme, invitation: id, days: 3, notify: true })
  expect(expiresAt).toBe(home.now() + 3 * DAY)
  const mails = await home.database.reader
    .selectFrom('message')
    .select(['id', 'facts'])
    .orderBy('id')
    .execute()
  expect(mails.map((mail) => JSON.parse(mail.facts).edition)).toEqual(['first', 'changed'])
  expect(await row(home, id)).toMatchObject({ generation: 1, message_id: mails[1]?.id })
})

test('D17 not one whose mail is still on its way, not a closed one, not beyond what the policies allow', async () => {
  const id = await invite(home, 'eve@x.test')
  const untouched = async (days: number, code: string, facts: object) => {
    const before = await contents(home.deps)
    const refusal = await refused(as().extend({ ...acme, invitation: id, days }))
    expect(refusal).toMatchObject({ code, facts })
    expect(await contents(home.deps)).toBe(before)
  }
  await untouched(1, 'invitation-not-open', { status: 'pending' })
  await delivered(home, id, 'failed', '550 no such user')
  await untouched(1, 'invitation-not-open', { status: 'undeliverable' })
  await as().resend({ ...acme, invitations: [id] })
  await delivered(home, id)
  await untouched(359, 'expiry-out-of-range', { field: 'days', max: 365 })
  await untouched(4_000, 'expiry-out-of-range', { field: 'days', min: 1, max: 365 })
  await untouched(Number.MAX_SAFE_INTEGER, 'expiry-out-of-range', { field: 'days', min: 1, max: 365 })
  await untouched(0, 'invalid-input', { field: 'days' })
  await untouched(1.5, 'invalid-input', { field: 'days' })
  await untouched(Number.NaN, 'invalid-input', { field: 'days' })
  await as().revoke({ ...acme, invitations: [id] })
  await untouched(1, 'invitation-not-open', { status: 'revoked' })
})

test('one without an end has nothing to extend', async () => {
  const id = await invite(home, 'eve@x.test', { expiryDays: null })
  await delivered(home, id)
  const before = await contents(home.deps)
  expect(await as().extend({ ...acme, invitation: id, days: 7 })).toEqual({ expiresAt: null })
  expect(await contents(home.deps)).toBe(before)
})
