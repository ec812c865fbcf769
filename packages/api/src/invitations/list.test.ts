import { DAY } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, delivered, invite, policies, row } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

type Input = Omit<Parameters<ReturnType<House['as']>['invitations']['list']>[0], 'organization'>

const list = (input: Input = {}, part: 'owner' | 'auditor' = 'owner') =>
  home.as(part).invitations.list({ organization: 'acme', ...input })

const emails = async (input: Input) => (await list(input)).items.map((one) => one.recipient.email)

const HOUR = 3_600_000

/** One invitation in every status there is. */
async function oneOfEach() {
  const ids = new Map<string, Awaited<ReturnType<typeof invite>>>()
  const add = async (status: string, input: Parameters<typeof invite>[2] = {}) => {
    home.advance(HOUR)
    const id = await invite(home, `${status}@x.test`, input)
    ids.set(status, id)
    return id
  }
  await add('deleted', { expiryDays: 1 })
  await add('expired', { expiryDays: 2 })
  home.advance(3 * DAY)
  await home.as('owner').invitations.remove({ organization: 'acme', invitations: [ids.get('deleted') ?? ''] })
  const revoked = await add('revoked')
  await home.as('owner').invitations.revoke({ organization: 'acme', invitations: [revoked] })
  for (const status of ['accepted', 'declined'] as const) {
    const person = await account(home, status)
    home.advance(HOUR)
    const id = await invite(home, person.email)
    ids.set(status, id)
    const act = home.asUser(person.id).invitations[status === 'accepted' ? 'accept' : 'decline']
    await act({ invitation: id })
  }
  await add('superseded')
  await add('superseded')
  await delivered(home, await add('undeliverable'), 'failed', '550 5.1.1 no such user')
  await delivered(home, await add('expiring', { expiryDays: 1 }))
  await delivered(home, await add('active', { as: 'admin', role: home.roles.viewer }))
  await delivered(home, await add('never', { expiryDays: null }))
  await add('pending')
  return ids
}

test('D15 T18 T24 a row says to whom, as what, since when, until when, by whom, and how the mail fared', async () => {
  const id = await invite(home, 'eve@x.test', { message: 'Hi' })
  const { items, total, totalIsCapped, nextCursor, page, senders } = await list()
  const owner = {
    user: home.people.owner.id,
    name: 'The owner',
    username: 'the-owner',
    email: 'owner@acme.test',
    verified: true,
  }
  expect(items).toEqual([
    {
      id,
      recipient: { email: 'eve@x.test', username: null },
      role: { id: home.roles.member, key: 'member', name: 'Member' },
      status: 'pending',
      expiresSoon: false,
      sentAt: home.now(),
      expiresAt: home.now() + 7 * DAY,
      openedAt: null,
      closedAt: null,
      invitedBy: owner,
      message: 'Hi',
      generation: 1,
      delivery: { state: 'queued', attempts: 0, nextAttemptAt: home.now(), outcome: null },
      actions: ['resend', 'revoke', 'copy-link'],
    },
  ])
  expect({ total, totalIsCapped, nextCursor, page, senders }).toEqual({
    total: 1,
    totalIsCapped: false,
    nextCursor: null,
    page: 1,
    senders: [owner],
  })
})

test('T21 D16 D17 D18 D19 D44 each status filter finds its own, with the actions it allows', async () => {
  await oneOfEach()
  const found = async (status: NonNullable<Input['status']>) => {
    const { items, total } = await list({ status, sort: 'sent', direction: 'asc' })
    expect(total).toBe(items.length)
    return items.map((one) => `${one.recipient.email?.split('@')[0]} ${one.status}`)
  }
  expect(await found('open')).toEqual([
    'expired expired',
    'superseded pending',
    'undeliverable undeliverable',
    'expiring active',
    'active active',
    'never active',
    'pending pending',
  ])
  expect(await found('pending')).toEqual(['superseded pending', 'pending pending'])
  expect(await found('active')).toEqual(['expiring active', 'active active', 'never active'])
  expect(await found('expired')).toEqual(['expired expired'])
  expect(await found('expiring')).toEqual(['expiring active'])
  expect(await found('undeliverable')).toEqual(['undeliverable undeliverable'])
  expect(await found('accepted')).toEqual(['accepted accepted'])
  expect(await found('declined')).toEqual(['declined declined'])
  expect(await found('revoked')).toEqual(['revoked revoked'])
  const all = await found('all')
  expect(all).toHaveLength(11)
  expect(all.join()).not.toContain('deleted')

  const { items } = await list({ status: 'all' })
  const actions = new Map(items.map((one) => [one.status, one.actions]))
  expect(actions.get('active')).toEqual(['resend', 'revoke', 'extend', 'edit', 'copy-link'])
  expect(actions.get('expired')).toEqual(['resend', 'extend', 'delete'])
  expect(actions.get('accepted')).toEqual([])
  expect(items.find((one) => one.status === 'undeliverable')?.delivery).toMatchObject({
    state: 'failed',
    outcome: '550 5.1.1 no such user',
  })
})

test('D43 less than 48 hours left is told, and can be filtered', async () => {
  const id = await invite(home, 'eve@x.test')
  home.advance(5 * DAY)
  expect((await list()).items).toMatchObject([{ id, expiresSoon: false }])
  home.advance(1)
  expect((await list({ status: 'expiring' })).items).toMatchObject([{ id, expiresSoon: true }])
  home.advance(2 * DAY - 1)
  expect((await list({ status: 'expiring' })).items).toEqual([])
  expect((await list({ status: 'expired' })).items).toMatchObject([
    { id, status: 'expired', expiresSoon: false },
  ])
})

test('T22 sender, role, dates and search combine freely', async () => {
  const ids = await oneOfEach()
  expect(await emails({ sender: home.people.admin.id })).toEqual(['active@x.test'])
  expect(await emails({ role: home.roles.viewer })).toEqual(['active@x.test'])
  expect(await emails({ role: home.roles.viewer, sender: home.people.owner.id })).toEqual([])
  expect(await emails({ search: 'EXPIR' })).toEqual(['expiring@x.test', 'expired@x.test'])
  expect(await emails({ search: 'x.test expiring' })).toEqual(['expiring@x.test'])
  const { sent_at } = await row(home, ids.get('undeliverable') ?? 'inv_')
  expect(await emails({ sentAfter: sent_at, sentBefore: sent_at + 1 })).toEqual(['undeliverable@x.test'])
  expect(await emails({ sentBefore: sent_at, direction: 'asc' })).toEqual([
    'expired@x.test',
    'superseded@x.test',
  ])
  const refusal = await refused(list({ sentAfter: 2, sentBefore: 1 }))
  expect(refusal).toMatchObject({ code: 'invalid-input', facts: { field: 'sentBefore' } })
})

test('T22 sorted by any column in both directions, what has no end after all that has', async () => {
  await oneOfEach()
  expect(await emails({ sort: 'expires' })).toEqual([
    'expired@x.test',
    'expiring@x.test',
    'superseded@x.test',
    'undeliverable@x.test',
    'active@x.test',
    'pending@x.test',
    'never@x.test',
  ])
  for (const sort of ['sent', 'expires', 'email'] as const) {
    for (const status of ['open', 'all', 'expired', 'active', 'undeliverable', 'accepted'] as const) {
      const up = await emails({ sort, status, direction: 'asc' })
      expect(await emails({ sort, status, direction: 'desc' })).toEqual([...up].reverse())
    }
  }
  const byEmail = await emails({ sort: 'email', status: 'all' })
  expect(byEmail).toEqual([...byEmail].sort())
})

describe('pages', () => {
  test('T20 T22 by number and by cursor, in every sort, the same rows in the same order', async () => {
    await oneOfEach()
    for (const name of ['eva', 'udo', 'ida']) await invite(home, (await account(home, name)).username)
    for (const sort of ['sent', 'expires', 'email'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const input = { sort, direction, status: 'all' } as const
        const whole = (await list({ ...input, pageSize: 100 })).items.map((one) => one.id)
        expect(whole).toHaveLength(14)
        const byNumber: string[] = []
        const byCursor: string[] = []
        let cursor: string | undefined
        for (let page = 1; page <= 5; page++) {
          const numbered = await list({ ...input, page, pageSize: 3 })
          byNumber.push(...numbered.items.map((one) => one.id))
          const following = await list({ ...input, pageSize: 3, ...(cursor && { cursor }) })
          byCursor.push(...following.items.map((one) => one.id))
          expect(numbered.nextCursor).toBe(following.nextCursor)
          cursor = following.nextCursor ?? undefined
        }
        expect(cursor).toBeUndefined()
        expect(byNumber).toEqual(whole)
        expect(byCursor).toEqual(whole)
      }
    }
  })

  test('A35 a cursor of another list, another organization or no cursor is refused', async () => {
    for (const name of ['a', 'b', 'c']) await invite(home, `${name}@x.test`)
    const { nextCursor } = await list({ pageSize: 1 })
    const cursor = nextCursor ?? ''
    await list({ pageSize: 2, cursor })
    const wrong = [
      () => list({ cursor, status: 'all' }),
      () => list({ cursor, sort: 'email' }),
      () => list({ cursor, direction: 'asc' }),
      () => list({ cursor, search: 'a' }),
      () => list({ cursor, sender: home.people.owner.id }),
      () => home.as('outsider').invitations.list({ organization: 'globex', cursor }),
      () => list({ cursor: '' }),
      () => list({ cursor: cursor.slice(0, -6) }),
      () => list({ cursor: `${cursor.slice(0, 12)}${Buffer.from('[9,1,"x"]').toString('base64url')}` }),
      () => list({ cursor: `${cursor.slice(0, 12)}${Buffer.from('{"a":1}').toString('base64url')}` }),
    ]
    for (const call of wrong) expect((await refused(call())).code).toBe('cursor-invalid')
  })

  test('a page beyond reach is refused, a page behind the last is empty and says how many there are', async () => {
    await invite(home, 'a@x.test')
    expect(await list({ page: 2 })).toMatchObject({ items: [], total: 1, nextCursor: null, page: 2 })
    expect(await refused(list({ page: 1_000_000 }))).toMatchObject({
      code: 'invalid-input',
      facts: { field: 'page' },
    })
    for (const input of [
      { page: 0 },
      { page: 1.5 },
      { pageSize: 0 },
      { pageSize: 101 },
      { page: Number.NaN },
    ]) {
      expect((await refused(list(input))).code).toBe('invalid-input')
    }
  })
})

describe('privacy', () => {
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
    await home
      .as('owner')
      .members.remove({ organization: 'acme', members: admin.member ? [admin.member] : [] })
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
})

test('the kept total of open invitations equals their count after everything that can happen', async () => {
  await oneOfEach()
  await policies(home, {})
  const { total } = await list()
  expect(total).toBe(7)
  const { items } = await list({ pageSize: 100 })
  expect(items).toHaveLength(total)
})
