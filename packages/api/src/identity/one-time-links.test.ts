import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OneTimePurpose } from '../platform/schema.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { issueLink, LIFETIMES, openLink, purgeOldLinks, spendLink, voidLinks } from './one-time-links.ts'

const PURPOSES = ['set-up', 'verify-email', 'reset-password', 'change-email'] as const
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const here = () => ({ newId: home.deps.newId, links: home.deps.links, now: home.now() })
const issue = (purpose: OneTimePurpose = 'reset-password', user = home.people.member.id) =>
  home.deps.writer.run((tx) => issueLink(tx, here(), { purpose, user, email: 'member@acme.test' }))
const secretOf = (id: string, purpose: OneTimePurpose = 'reset-password') =>
  home.deps.links.secret(purpose, id, 1)
const open = (id: string, secret: string, purpose: OneTimePurpose = 'reset-password') =>
  openLink(home.deps.reader, here(), { purpose, id, secret })
const spend = (id: string, secret: string, purpose: OneTimePurpose = 'reset-password') =>
  home.deps.writer.run((tx) => spendLink(tx, here(), { purpose, id, secret }))

test.each(PURPOSES)(
  'a link for %s opens what it is for until its end, and not a millisecond longer',
  async (purpose) => {
    const id = await issue(purpose)
    const secret = secretOf(id, purpose)
    home.advance(LIFETIMES[purpose] - 1)
    expect(await open(id, secret, purpose)).toEqual({
      id,
      user: home.people.member.id,
      email: 'member@acme.test',
    })
    home.advance(1)
    expect((await refused(open(id, secret, purpose))).code).toBe('link-invalid')
  },
)

test('lifetimes are as promised', () => {
  const hours = Object.fromEntries(
    Object.entries(LIFETIMES).map(([purpose, time]) => [purpose, time / 3_600_000]),
  )
  expect(hours).toEqual({ 'set-up': 168, 'verify-email': 72, 'reset-password': 1, 'change-email': 24 })
})

test('6.4.1 a link is spent once', async () => {
  const id = await issue()
  await spend(id, secretOf(id))
  expect((await refused(spend(id, secretOf(id)))).code).toBe('link-invalid')
  expect((await refused(open(id, secretOf(id)))).code).toBe('link-invalid')
})

test('two who spend it at the same moment: one has it', async () => {
  const id = await issue()
  const outcomes = await Promise.allSettled([spend(id, secretOf(id)), spend(id, secretOf(id))])
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('A07 no purpose opens for another, neither by its secret nor by its row', async () => {
  for (const purpose of PURPOSES) {
    const id = await issue(purpose)
    for (const other of PURPOSES.filter((one) => one !== purpose)) {
      expect((await refused(open(id, secretOf(id, purpose), other))).code).toBe('link-invalid')
      expect((await refused(open(id, secretOf(id, other), other))).code).toBe('link-invalid')
      expect((await refused(open(id, secretOf(id, other), purpose))).code).toBe('link-invalid')
    }
  }
})

test('A07 the secret of one link opens no other', async () => {
  const [one, other] = [await issue(), await issue()]
  expect((await refused(open(one, secretOf(other)))).code).toBe('link-invalid')
  expect((await refused(open('otl_nonsense', secretOf('otl_nonsense')))).code).toBe('link-invalid')
  expect((await refused(open(one, ''))).code).toBe('link-invalid')
})

test('A08 no secret is in the database', async () => {
  const id = await issue()
  expect(await contents(home.deps)).not.toContain(secretOf(id))
})

test('links are made void by person and purpose', async () => {
  const [reset, change] = [await issue(), await issue('change-email')]
  const others = await issue('reset-password', home.people.admin.id)
  await home.deps.writer.run((tx) => voidLinks(tx, home.now(), home.people.member.id, ['reset-password']))
  expect((await refused(open(reset, secretOf(reset)))).code).toBe('link-invalid')
  await open(change, secretOf(change, 'change-email'), 'change-email')
  await open(others, secretOf(others))
})

test('the purge takes out what ran out a month ago', async () => {
  const old = await issue()
  home.advance(LIFETIMES['reset-password'] + 30 * 24 * 3_600_000 - 1)
  expect(await purgeOldLinks(home.deps)).toBe(0)
  const young = await issue()
  home.advance(1)
  expect(await purgeOldLinks(home.deps)).toBe(1)
  await open(young, secretOf(young))
  expect((await refused(open(old, secretOf(old)))).code).toBe('link-invalid')
})
