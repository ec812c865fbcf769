import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const send = (recipients: string[], more: object = {}, as: 'owner' | 'admin' = 'owner') =>
  home.as(as).invitations.send({ organization: 'acme', recipients, ...more })

const codes = (outcomes: Awaited<ReturnType<typeof send>>) =>
  outcomes.map((one) => (one.ok ? one.result.outcome : one.refusal.code))

test('A57 more than ten thousand in one call are refused as a whole', async () => {
  const before = await contents(home.deps)
  const many = Array.from({ length: 10_001 }, (_, index) => `p${index}@x.test`)
  expect((await refused(send(many))).code).toBe('too-large')
  expect(await contents(home.deps)).toBe(before)
})

test('I3 T7 C13 a thousand people in one call are all invited, each with an entry and a mail', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `p${index}@x.test`)
  const outcomes = await send(many)
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1_000)
  const { reader } = home.database
  const count = async (table: 'invitation' | 'message') =>
    (
      await reader
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  expect([await count('invitation'), await count('message')]).toEqual([1_000, 1_000])
  const sent = (await trail(home, home.acme)).filter((entry) => entry.action === 'invitation.sent')
  expect(sent).toHaveLength(1_000)
})

test('A19 whoever loses the right during a long call invites nobody from then on', async () => {
  const recipients = Array.from({ length: 700 }, (_, index) => `p${index}@x.test`)
  const sending = send(recipients, {}, 'admin')
  const { admin } = home.people
  await home.as('owner').members.changeRoles({
    organization: 'acme',
    members: admin.member ? [admin.member] : [],
    role: home.roles.viewer,
  })
  const outcomes = await sending
  const firstRefused = outcomes.findIndex((one) => !one.ok)
  expect(firstRefused).toBeGreaterThan(0)
  expect(firstRefused % 100).toBe(0)
  expect(codes(outcomes).slice(firstRefused)).toEqual(Array(700 - firstRefused).fill('not-permitted'))
  const { total } = await home.as('owner').invitations.list({ organization: 'acme' })
  expect(total).toBe(firstRefused)
})
