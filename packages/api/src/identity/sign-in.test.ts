import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Browser, browser, givePassword, type Place } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const PASSWORD = 'correct horse battery'
const MINUTE = 60_000
let home: House
let email: string
beforeEach(async () => {
  home = await house()
  email = home.people.owner.email
  await givePassword(home, home.people.owner.id, PASSWORD)
})
afterEach(() => home.close())

const signIn = async (at: Browser, password = PASSWORD, as = email) =>
  (await at.call()).identity.signIn({ email: as, password })
const wrong = (place: Place, times: number, as = email) =>
  Promise.all(
    Array.from({ length: times }, () => refused(signIn(browser(home, place), 'not the password', as))),
  )

test('the right password begins a session; signing out ends it on the server', async () => {
  const laptop = browser(home)
  expect(await signIn(laptop)).toEqual({})
  expect(await laptop.who()).toBe(home.people.owner.id)
  const stolen = browser(home, { token: laptop.cookie()?.token ?? '' })
  expect(await stolen.who()).toBe(home.people.owner.id)
  expect(await (await laptop.call()).identity.signOut({})).toEqual({})
  expect(laptop.cookie()).toBeNull()
  expect(await stolen.who()).toBeNull()
  expect((await refused((await stolen.call()).identity.signOut({}))).code).toBe('not-signed-in')
})

test('the address is taken in any case and with spaces around it, the password is not', async () => {
  await signIn(browser(home), PASSWORD, ` ${email.toUpperCase()} `)
  expect((await refused(signIn(browser(home), PASSWORD.toUpperCase()))).code).toBe('wrong-credentials')
})

test('A26 a session that was there before is replaced, never taken over', async () => {
  await givePassword(home, home.people.outsider.id, PASSWORD)
  const attacker = browser(home)
  await signIn(attacker, PASSWORD, home.people.outsider.email)
  const planted = attacker.cookie()?.token ?? ''
  const victim = browser(home, { token: planted })
  await signIn(victim)
  expect(victim.cookie()?.token).not.toBe(planted)
  expect(await attacker.who()).toBeNull()
  const made = browser(home, { token: 'a'.repeat(40) })
  await signIn(made)
  expect(made.cookie()?.token).not.toBe('a'.repeat(40))
})

test('A51 an unknown account, a wrong password, a disabled and a deleted account get one answer, and nothing changes', async () => {
  await givePassword(home, home.people.admin.id, PASSWORD)
  await givePassword(home, home.people.member.id, PASSWORD)
  await home.deps.writer.run(async (tx) => {
    await tx
      .updateTable('user')
      .set({ disabled_at: home.now() })
      .where('id', '=', home.people.admin.id)
      .execute()
    await tx
      .updateTable('user')
      .set({ deleted_at: home.now() })
      .where('id', '=', home.people.member.id)
      .execute()
  })
  const before = await contents(home.deps)
  const answers = [
    await refused(signIn(browser(home), PASSWORD, 'nobody@acme.test')),
    await refused(signIn(browser(home), 'not the password')),
    await refused(signIn(browser(home), PASSWORD, home.people.admin.email)),
    await refused(signIn(browser(home), PASSWORD, home.people.member.email)),
    await refused(signIn(browser(home), PASSWORD, home.people.viewer.email)),
  ]
  for (const { code, message, facts } of answers) {
    expect({ code, message, facts }).toEqual({
      code: 'wrong-credentials',
      message: 'The email address or the password is not right.',
      facts: {},
    })
  }
  expect(await contents(home.deps)).toBe(before)
})

test('A51 an unknown account costs as much work as a wrong password', async () => {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < 9; round++) {
    for (const [kind, as] of [['known', email] as const, ['unknown', 'nobody@acme.test'] as const]) {
      const begin = performance.now()
      await refused(signIn(browser(home, { address: `192.0.2.${round}` }), 'not the password', as))
      times[kind].push(performance.now() - begin)
    }
  }
  const median = (kind: 'known' | 'unknown') => times[kind].sort((one, other) => one - other)[4] ?? 0
  expect(median('unknown')).toBeGreaterThan(median('known') / 3)
})

test('A23 who is disabled while signed in is signed out', async () => {
  const laptop = browser(home)
  await signIn(laptop)
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ disabled_at: home.now() }).where('id', '=', home.people.owner.id).execute(),
  )
  expect(await laptop.who()).toBeNull()
  expect(await (await laptop.call()).identity.me({})).toBeNull()
})

test.each([
  ['disabled', { disabled_at: 1 }],
  ['given another password', { password_hash: 'another' }],
])('an account that is %s while its password is being checked gets no session', async (_, change) => {
  const laptop = browser(home)
  const [answer] = await Promise.all([
    refused(signIn(laptop)),
    home.deps.writer.run((tx) =>
      tx.updateTable('user').set(change).where('id', '=', home.people.owner.id).execute(),
    ),
  ])
  expect(answer.code).toBe('wrong-credentials')
  expect(laptop.cookie()).toBeNull()
})

test('A55 guessing one account from one place ends after ten tries, also with the right password', async () => {
  await wrong({}, 10)
  const refusal = await refused(signIn(browser(home)))
  expect(refusal.code).toBe('too-many-attempts')
  expect(refusal.facts.seconds).toBeGreaterThan(0)
  home.advance(15 * MINUTE)
  await signIn(browser(home))
})

test('A55 tries at the same moment are counted like tries one after the other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => refused(signIn(browser(home), 'not the password'))),
  )
  expect(answers.filter((answer) => answer.code === 'wrong-credentials')).toHaveLength(10)
})

test('A55 accounts that do not exist are limited in the same way', async () => {
  await wrong({}, 10, 'nobody@acme.test')
  expect((await refused(signIn(browser(home), PASSWORD, 'nobody@acme.test'))).code).toBe('too-many-attempts')
})

test('A55 guessing many accounts from one place ends after a hundred tries', async () => {
  for (let number = 0; number < 10; number++) await wrong({}, 10, `nobody-${number}@acme.test`)
  expect((await refused(signIn(browser(home)))).code).toBe('too-many-attempts')
  await signIn(browser(home, { address: '192.0.2.200' }))
})

test('A55 IPv6 addresses of one network are one place', async () => {
  for (let number = 0; number < 10; number++) await wrong({ address: `2001:db8:1:2::${number}` }, 1)
  expect((await refused(signIn(browser(home, { address: '2001:db8:1:2:ffff::' })))).code).toBe(
    'too-many-attempts',
  )
})

test('a guesser with many addresses keeps no owner out where they have signed in before, and elsewhere not for long', async () => {
  const atHome = browser(home, { address: '203.0.113.9' })
  await signIn(atHome)
  await (await atHome.call()).identity.signOut({})
  for (let number = 1; number <= 10; number++) await wrong({ address: `192.0.2.${number}` }, 3)
  const onTheRoad = browser(home, { address: '203.0.113.77' })
  const refusal = await refused(signIn(onTheRoad))
  expect(refusal.code).toBe('too-many-attempts')
  expect(refusal.facts.seconds).toBeLessThanOrEqual(300)
  await signIn(browser(home, { address: '203.0.113.9' }))
  home.advance(5 * MINUTE)
  await signIn(onTheRoad)
})

test('signing in rightly, however often, uses up nothing', async () => {
  for (let time = 0; time < 15; time++) await signIn(browser(home))
  await wrong({}, 9)
  await signIn(browser(home))
})

test('signing in is recorded, with nothing of the address or the bearer', async () => {
  const laptop = browser(home, { address: '203.0.113.9' })
  await signIn(laptop)
  const [entry] = await home.deps.reader
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', 'instance')
    .where('action', '=', 'identity.signed-in')
    .execute()
  expect(entry?.entry).toContain(home.people.owner.id)
  expect(entry?.entry).not.toContain('203.0.113.9')
  expect(entry?.entry).not.toContain(laptop.cookie()?.token)
  expect(entry?.entry).not.toContain(email)
})
