import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, delivered, invite } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

type Input = Omit<Parameters<ReturnType<House['as']>['invitations']['list']>[0], 'organization'>

const list = (input: Input = {}, part: 'owner' | 'auditor' = 'owner') =>
  home.as(part).invitations.list({ organization: 'acme', ...input })

const emails = async (input: Input) => (await list(input)).items.map((one) => one.recipient.email)

test('T14 A33 A35 A36 by username there is no address: not in the row, the order, the search or the reply of a server', async () => {
  const eve = await account(home, 'aaa-first')
  await invite(home, 'mmm@x.test')
  const id = await invite(home, eve.username)
  await delivered(home, id, 'failed', `550 5.1.1 <${eve.email}>: Recipient rejected, ${eve.email}`)
  const { items } = await list()
  const shown = items.find((one) => one.id === id)
  expect(shown?.recipient).toEqual({ email: null, username: eve.username })
  expect(shown?.delivery?.outcome).toBe('550 5.1.1')
  expect(JSON.stringify(items)).not.toContain(eve.email)
  expect(await emails({ search: 'acme.test' })).toEqual([])
  expect((await list({ search: 'aaa-first' })).items.map((one) => one.id)).toEqual([id])
  expect((await list({ sort: 'email' })).items.map((one) => one.recipient.email)).toEqual([
    'mmm@x.test',
    null,
  ])
})

test('T23 A31 only the organization’s own invitations, senders and totals', async () => {
  await invite(home, 'ours@x.test')
  await home
    .as('outsider')
    .invitations.send({ organization: 'globex', recipients: ['theirs@x.test', 'more@x.test'] })
  const { items, total, senders } = await list({ status: 'all' })
  expect(items.map((one) => one.recipient.email)).toEqual(['ours@x.test'])
  expect(total).toBe(1)
  expect(senders.map((one) => one.user)).toEqual([home.people.owner.id])
  expect((await list({ sender: home.people.outsider.id })).items).toEqual([])
  const outsider = home.as('outsider').invitations.list({ organization: 'acme' })
  expect((await refused(outsider)).code).toBe('not-found')
})

test('A08 no row carries a secret, and reading is for those who may', async () => {
  const id = await invite(home, 'eve@x.test')
  const { links } = home.deps
  const shown = JSON.stringify(await list({ status: 'all' }, 'auditor'))
  for (const purpose of ['invitation-mailed', 'invitation-copied'] as const) {
    expect(shown).not.toContain(links.secret(purpose, id, 1))
  }
  for (const part of ['member', 'viewer'] as const) {
    const call = home.as(part).invitations.list({ organization: 'acme' })
    expect((await refused(call)).code).toBe('not-permitted')
  }
})

test('a sender who left, and one whose account is gone, still have a name', async () => {
  await invite(home, 'eve@x.test', { as: 'admin' })
  const { admin } = home.people
  await home.as('owner').members.remove({ organization: 'acme', members: admin.member ? [admin.member] : [] })
  expect((await list()).items[0]?.invitedBy.name).toBe('The admin')
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('user')
      .set({ email: null, username: null, name: '', deleted_at: home.now() })
      .where('id', '=', admin.id)
      .execute(),
  )
  expect((await list()).items[0]?.invitedBy.name).toBe('Deleted account')
})
