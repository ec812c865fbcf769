import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'

let acme: House
beforeEach(async () => {
  acme = await house()
})
afterEach(() => acme.close())

const addresses = (count: number) => Array.from({ length: count }, (_, at) => `person-${at}@navy.test`)

test('A19 a right lost half-way refuses what is left, and answers what was done', async () => {
  const { admin } = acme.people
  const sending = acme.as('admin').invitations.send({ organization: 'acme', recipients: addresses(600) })
  const demoting = acme
    .as('owner')
    .members.changeRoles({ organization: 'acme', members: [admin.member ?? ''], role: acme.roles.viewer })
  await demoting
  const outcomes = await sending
  expect(outcomes).toHaveLength(600)
  const done = outcomes.filter(({ ok }) => ok).length
  expect(done).toBeGreaterThan(0)
  expect(done).toBeLessThan(600)
  const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.code]))
  expect(new Set(refused)).toEqual(new Set(['not-permitted']))
  const { total } = await acme.as('owner').invitations.list({ organization: 'acme' })
  expect(total).toBe(done)
})

test('other people are served between two chunks', async () => {
  const order: string[] = []
  const sending = acme.as('admin').invitations.send({ organization: 'acme', recipients: addresses(1_000) })
  const noted = sending.then(() => order.push('sent'))
  await acme
    .as('owner')
    .members.update({ organization: 'acme', member: acme.people.viewer.member ?? '', title: 'Guest' })
  order.push('updated')
  await noted
  expect(order).toEqual(['updated', 'sent'])
})

test('an empty list is authorized like a full one', async () => {
  const sending = acme.as('viewer').invitations.send({ organization: 'acme', recipients: [] })
  await expect(sending).rejects.toThrow('Your role does not allow this')
  expect(await acme.as('admin').invitations.send({ organization: 'acme', recipients: [] })).toEqual([])
})

test('a bug half-way says that something was done, and reports how much', async () => {
  await acme.deps.writer.run((tx) =>
    sql`create trigger sabotage before insert on invitation when new.email = 'person-599@navy.test'
        begin select raise(abort, 'sabotage'); end`.execute(tx),
  )
  const sending = acme.as('admin').invitations.send({ organization: 'acme', recipients: addresses(600) })
  await expect(sending).rejects.toThrow('a bulk command failed after 500 of 600')
  const { total } = await acme.as('owner').invitations.list({ organization: 'acme' })
  expect(total).toBe(500)
})
