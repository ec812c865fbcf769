import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Browser, browser, givePassword } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { mailedLink, outbox } from '../testing/mail.ts'
import { refused } from '../testing/refused.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const OLD = 'correct horse battery'
const NEW = 'another long sentence'
let home: House
let email: string
beforeEach(async () => {
  home = await house()
  email = home.people.member.email
  await givePassword(home, home.people.member.id, OLD)
})
afterEach(() => home.close())

const signIn = async (at: Browser, password = OLD) => {
  await (await at.call()).identity.signIn({ email, password })
  return at
}
const ask = async (of = email, at = browser(home)) =>
  (await at.call()).identity.askPasswordReset({ email: of })
const resetLink = () => mailedLink(home, 'password-reset', 'reset-password')
const reset = async (link: { link: string; secret: string }, password = NEW, at = browser(home)) => {
  await (await at.call()).identity.resetPassword({ ...link, password })
  return at
}
const change = async (at: Browser, current = OLD, next = NEW) =>
  (await at.call()).identity.changePassword({ current, next })

test('A25 changing the password ends every other session and gives this one a new bearer', async () => {
  const laptop = await signIn(browser(home))
  const phone = await signIn(browser(home))
  const before = laptop.cookie()?.token
  expect(await change(laptop)).toEqual({})
  expect(laptop.cookie()?.token).not.toBe(before)
  expect(await laptop.who()).toBe(home.people.member.id)
  expect(await phone.who()).toBeNull()
  expect(await browser(home, { token: before ?? '' }).who()).toBeNull()
  expect((await refused(signIn(browser(home)))).code).toBe('wrong-credentials')
  await signIn(browser(home), NEW)
})

test('the owner of the account is told by mail, with the device but without anything secret', async () => {
  await change(await signIn(browser(home)))
  expect(await outbox(home)).toEqual([
    { kind: 'password-changed', about: home.people.member.id, facts: '{"device":"Firefox on Linux"}' },
  ])
})

test('each change is told, also two in the same moment', async () => {
  const laptop = await signIn(browser(home))
  await change(laptop)
  await change(laptop, NEW, OLD)
  expect(await outbox(home)).toHaveLength(2)
})

test('a wrong current password, a weak next one and nobody signed in change nothing', async () => {
  const laptop = await signIn(browser(home))
  const before = await contents(home.deps)
  const wrong = await refused(change(laptop, NEW))
  expect([wrong.code, wrong.facts.field]).toEqual(['wrong-password', 'current'])
  const weak = await refused(change(laptop, OLD, 'password123'))
  expect([weak.code, weak.facts.field]).toEqual(['weak-password', 'next'])
  const known = await refused(change(laptop, OLD, `${home.people.member.username}-1`))
  expect(known.code).toBe('weak-password')
  expect((await refused(change(browser(home)))).code).toBe('not-signed-in')
  expect(await contents(home.deps)).toBe(before)
})

test('a stolen session guesses the current password ten times at the most', async () => {
  const laptop = await signIn(browser(home))
  for (let time = 0; time < 10; time++)
    expect((await refused(change(laptop, 'a guess'))).code).toBe('wrong-password')
  expect((await refused(change(laptop))).code).toBe('too-many-attempts')
  home.advance(15 * 60_000)
  await change(laptop)
})

test('two changes at the same moment: one is made, the other learns of it', async () => {
  const laptop = await signIn(browser(home))
  const outcomes = await Promise.allSettled([change(laptop), change(laptop, OLD, 'a third long sentence')])
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
})

test('a mailed link chooses a new password, ends every session and begins one', async () => {
  const phone = await signIn(browser(home))
  expect(await ask()).toEqual({})
  const laptop = await reset(await resetLink())
  expect(await laptop.who()).toBe(home.people.member.id)
  expect(await phone.who()).toBeNull()
  expect((await refused(signIn(browser(home)))).code).toBe('wrong-credentials')
  await signIn(browser(home), NEW)
  expect((await outbox(home)).map((message) => message.kind)).toEqual(['password-reset', 'password-changed'])
})

test('A51 asking for an unknown account gives the same answer and writes too, but mails nobody', async () => {
  const written = async (of: string) => {
    const before = await contents(home.deps)
    expect(await ask(of)).toEqual({})
    return (await contents(home.deps)) !== before
  }
  expect(await written('nobody@acme.test')).toBe(true)
  expect(await outbox(home)).toEqual([])
  expect(await written(email)).toBe(true)
  expect(await outbox(home)).toHaveLength(1)
})

test('the row written for an unknown account opens nothing', async () => {
  await ask('nobody@acme.test')
  const row = await home.deps.reader.selectFrom('one_time_link').selectAll().executeTakeFirstOrThrow()
  const secret = home.deps.links.secret('reset-password', row.id, 1)
  expect((await refused(reset({ link: row.id, secret }))).code).toBe('link-invalid')
})

test('A12 one address gets three mails an hour, nobody is told, and each of their links works', async () => {
  await ask()
  const first = await resetLink()
  for (let time = 0; time < 9; time++) await ask()
  expect(await outbox(home)).toHaveLength(3)
  await reset(first)
})

test('A55 one place asks thirty times an hour; another place still may', async () => {
  for (let time = 0; time < 30; time++) await ask(`nobody-${time}@acme.test`)
  expect((await refused(ask())).code).toBe('too-many-attempts')
  await ask(email, browser(home, { address: '192.0.2.50' }))
  expect(await outbox(home)).toHaveLength(1)
})

test('signing up with somebody’s address does not use up their resets', async () => {
  await home.close()
  home = await house({ signUp: 'open' })
  await givePassword(home, home.people.member.id, OLD)
  for (let time = 0; time < 5; time++) {
    await (await browser(home).call()).identity.signUp({ name: 'Eve', username: 'eve', email, password: NEW })
  }
  await ask()
  await reset(await resetLink())
})

test('6.4.1 a link works once and for an hour', async () => {
  await ask()
  const used = await resetLink()
  await reset(used)
  expect((await refused(reset(used))).code).toBe('link-invalid')
  await ask()
  const late = await resetLink()
  home.advance(3_600_000)
  expect((await refused(reset(late))).code).toBe('link-invalid')
})

test('A25 a changed password makes the links of earlier mails void', async () => {
  await ask()
  const earlier = await resetLink()
  await change(await signIn(browser(home)))
  expect((await refused(reset(earlier))).code).toBe('link-invalid')
})

test('A25 so does a reset', async () => {
  await ask()
  const first = await resetLink()
  await ask()
  await reset(await resetLink())
  expect((await refused(reset(first))).code).toBe('link-invalid')
})

test('A23 a disabled account is neither mailed nor opened', async () => {
  await ask()
  const link = await resetLink()
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ disabled_at: home.now() }).where('id', '=', home.people.member.id).execute(),
  )
  const before = await contents(home.deps)
  expect((await refused(reset(link))).code).toBe('link-invalid')
  expect(await contents(home.deps)).toBe(before)
  await ask()
  expect(await outbox(home)).toHaveLength(1)
})

test('a weak password is refused and the link stays good', async () => {
  await ask()
  const link = await resetLink()
  const before = await contents(home.deps)
  expect((await refused(reset(link, 'password123'))).code).toBe('weak-password')
  expect(await contents(home.deps)).toBe(before)
  await reset(link)
})

test('A26 whoever was signed in in that browser before is replaced', async () => {
  await ask()
  const laptop = browser(home)
  await givePassword(home, home.people.admin.id, OLD)
  await (await laptop.call()).identity.signIn({ email: home.people.admin.email, password: OLD })
  const before = laptop.cookie()?.token ?? ''
  await reset(await resetLink(), NEW, laptop)
  expect(await laptop.who()).toBe(home.people.member.id)
  expect(await browser(home, { token: before }).who()).toBeNull()
})
