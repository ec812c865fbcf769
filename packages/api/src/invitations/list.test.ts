import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { invite, oneOfEach, policies, row } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

type Input = Omit<Parameters<ReturnType<House['as']>['invitations']['list']>[0], 'organization'>

const list = (input: Input = {}, part: 'owner' | 'auditor' = 'owner') =>
  home.as(part).invitations.list({ organization: 'acme', ...input })

const emails = async (input: Input) => (await list(input)).items.map((one) => one.recipient.email)

test('D15 T18 T24 a row says to whom, as what, since when, until when, by whom, and how the mail fared', async () => {
  const id = await invite(home, 'eve@x.test', { message: 'Hi' })
  const { items, total, totalIsCapped, nextCursor, page, senders } = await list()
  const owner = {
    user: home.people.owner.id,
    name: 'The owner',
    username: 'the-owner',
    email: 'owner@acme.test',
    verified: true,
    avatar: null,
  }
  expect(items).toEqual([
    {
      id,
      recipient: { email: 'eve@x.test', username: null },
      role: { id: home.roles.member, key: 'member', name: 'Member' },
      places: { projects: [], groups: [], hidden: 0 },
      defaultProjects: false,
      status: 'pending',
      expiresSoon: false,
      sentAt: home.now(),
      expiresAt: home.now() + 7 * DAY,
      openedAt: null,
      closedAt: null,
      purgedAt: null,
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
  await oneOfEach(home)
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
  const ids = await oneOfEach(home)
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
  await oneOfEach(home)
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

test('the kept total of open invitations equals their count after everything that can happen', async () => {
  await oneOfEach(home)
  await policies(home, {})
  const { total } = await list()
  expect(total).toBe(7)
  const { items } = await list({ pageSize: 100 })
  expect(items).toHaveLength(total)
})
