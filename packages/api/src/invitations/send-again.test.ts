import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { account, invite, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const send = (recipients: string[], more: object = {}, as: 'owner' | 'admin' = 'owner') =>
  home.as(as).invitations.send({ organization: 'acme', recipients, ...more })

const codes = (outcomes: Awaited<ReturnType<typeof send>>) =>
  outcomes.map((one) => (one.ok ? one.result.outcome : one.refusal.code))

test('T17 the same person twice in one call, however written, is invited once, across chunks too', async () => {
  await account(home, 'eve')
  const many = Array.from({ length: 300 }, (_, index) => `p${index}@example.org`)
  const outcomes = await send(['eve@acme.test', ...many, 'EVE@acme.test', '@the-eve', 'p7@example.org'])
  expect(codes(outcomes).slice(-3)).toEqual(['already-invited', 'already-invited', 'already-invited'])
  expect(codes(outcomes).filter((one) => one === 'sent')).toHaveLength(301)
})

test('inviting again supersedes the open invitation, its link and its terms', async () => {
  const first = await invite(home, 'eve@acme.test', { role: home.roles.viewer })
  const [again] = await send(['eve@acme.test'])
  if (!again?.ok) throw new Error('not sent')
  expect(again.result.outcome).toBe('resent')
  expect(await row(home, first)).toMatchObject({ state: 'superseded', closed_by: home.people.owner.id })
  const terms = await home.database.reader
    .selectFrom('assignment')
    .select('until')
    .where('invitation_id', '=', first)
    .execute()
  expect(terms).toEqual([{ until: home.now() }])
  expect((await trail(home, home.acme)).slice(-2)).toMatchObject([
    { action: 'invitation.sent', target: { id: again.result.invitation } },
    { action: 'invitation.superseded', target: { id: first }, facts: { by: again.result.invitation } },
  ])
})

test('a person invited by username and then by address, or the other way round, has one open invitation', async () => {
  await account(home, 'eve')
  const byUsername = await invite(home, 'the-eve')
  const byAddress = await invite(home, 'eve@acme.test')
  expect((await row(home, byUsername)).state).toBe('superseded')
  const again = await invite(home, 'the-eve')
  expect((await row(home, byAddress)).state).toBe('superseded')
  expect(await row(home, again)).toMatchObject({ state: 'pending' })
})

test('an invitation by username is superseded after the person changed their address too', async () => {
  const eve = await account(home, 'eve')
  const first = await invite(home, 'the-eve')
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: 'new@eve.test' }).where('id', '=', eve.id).execute(),
  )
  await invite(home, 'the-eve')
  expect((await row(home, first)).state).toBe('superseded')
})

test('A38 the same people invited by two at once: each has one open invitation', async () => {
  const recipients = Array.from({ length: 600 }, (_, index) => `p${index}@x.test`)
  const [one, two] = await Promise.all([send(recipients), send(recipients, {}, 'admin')])
  const outcomes = [...codes(one), ...codes(two)]
  expect(outcomes.filter((code) => code === 'sent')).toHaveLength(600)
  expect(outcomes.filter((code) => code === 'resent')).toHaveLength(600)
  const { total } = await home.as('owner').invitations.list({ organization: 'acme' })
  expect(total).toBe(600)
})
