import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { limitSender, MOST_MAILS_A_DAY } from './flood.ts'
import { delivered, invite } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const acme = { organization: 'acme' }
const calls = () => home.as('owner').invitations

const mails = async () => {
  const { n } = await home.database.reader
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

test('A12 an address gets ten mails a day from an organization, however they are brought about', async () => {
  const id = await invite(home, 'eve@x.test')
  for (let mail = 1; mail < MOST_MAILS_A_DAY - 1; mail++) {
    expect(await calls().resend({ ...acme, invitations: [id] })).toMatchObject([{ ok: true }])
  }
  await calls().revoke({ ...acme, invitations: [id] })
  const last = await invite(home, 'eve@x.test')
  await delivered(home, last)
  expect(await mails()).toBe(MOST_MAILS_A_DAY)

  const before = await contents(home.deps)
  const resent = await calls().resend({ ...acme, invitations: [last, last] })
  const sent = await calls().send({ ...acme, recipients: ['EVE@x.test'] })
  for (const outcome of [...resent, ...sent]) {
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'too-many-attempts' } })
  }
  const notified = refused(calls().extend({ ...acme, invitation: last, days: 1, notify: true }))
  expect(await notified).toMatchObject({ code: 'too-many-attempts', facts: { seconds: DAY / 1_000 } })
  expect(await contents(home.deps)).toBe(before)

  expect(await calls().send({ ...acme, recipients: ['bob@x.test'] })).toMatchObject([{ ok: true }])
  await calls().extend({ ...acme, invitation: last, days: 1 })
  home.advance(DAY)
  expect(await calls().resend({ ...acme, invitations: [last] })).toMatchObject([{ ok: true }])
})

test('A12 one call that names an invitation many times is one that sends many mails', async () => {
  const id = await invite(home, 'eve@x.test')
  const outcomes = await calls().resend({ ...acme, invitations: Array.from({ length: 50 }, () => id) })
  expect(outcomes.filter((one) => one.ok)).toHaveLength(MOST_MAILS_A_DAY - 1)
  expect(await mails()).toBe(MOST_MAILS_A_DAY)
})

test('A12 many organizations together do not flood an address either, and one does not use up the share of another', async () => {
  const send = async (slug: string) => {
    const [outcome] = await home
      .as('outsider')
      .invitations.send({ organization: slug, recipients: ['eve@x.test'] })
    return outcome?.ok ? outcome.result.outcome : outcome?.refusal.code
  }
  const results: unknown[] = []
  for (let index = 0; index < 6; index++) {
    await home.as('outsider').organizations.create({ name: `O${index}`, slug: `org-${index}` })
    for (let mail = 0; mail < MOST_MAILS_A_DAY; mail++) results.push(await send(`org-${index}`))
    if (index === 0) await invite(home, 'eve@x.test')
  }
  expect(results.slice(0, 49)).not.toContain('too-many-attempts')
  expect(new Set(results.slice(49))).toEqual(new Set(['too-many-attempts']))
})

test('mail that was never sent because it became pointless does not count', async () => {
  for (let times = 0; times < 30; times++) {
    const id = await invite(home, 'eve@x.test')
    await calls().revoke({ ...acme, invitations: [id] })
    await home.deps.writer.run((tx) =>
      tx.updateTable('message').set({ state: 'pointless' }).where('reference_id', '=', id).execute(),
    )
  }
})

test('A12 T7 a sender stops at two hundred thousand a day, and ten thousand in one call are nothing', async () => {
  const { acme: organization, people, deps } = home
  const ask = (more: number) =>
    limitSender(deps.reader, { organization, sender: people.owner.id, more, now: home.now() })
  await ask(10_000)
  await expect(ask(200_001)).rejects.toMatchObject({ code: 'too-many-attempts' })
  const outcomes = await calls().send({
    ...acme,
    recipients: Array.from({ length: 60 }, (_, index) => `p${index}@x.test`),
  })
  expect(outcomes.every((one) => one.ok)).toBe(true)
  await ask(199_940)
  await expect(ask(199_941)).rejects.toMatchObject({ code: 'too-many-attempts' })
  home.advance(DAY)
  await ask(200_000)
})
