import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Browser, browser, givePassword } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { invited, mailedLink, outbox } from '../testing/mail.ts'
import { refused } from '../testing/refused.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const PASSWORD = 'correct horse battery'
const NEXT = 'new-place@example.org'
let home: House
let laptop: Browser
beforeEach(async () => {
  home = await house()
  await givePassword(home, home.people.member.id, PASSWORD)
  laptop = browser(home)
  await (await laptop.call()).identity.signIn({ email: home.people.member.email, password: PASSWORD })
})
afterEach(() => home.close())

const identity = async (at = laptop) => (await at.call()).identity
const ask = async (email = NEXT, password = PASSWORD) =>
  (await identity()).askEmailChange({ email, password })
const changeLink = () => mailedLink(home, 'email-change', 'change-email')
const confirm = async (link: { link: string; secret: string }, at = browser(home)) =>
  (await identity(at)).confirmEmailChange(link)
const me = async () => (await identity()).me({})
const unverify = () =>
  home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email_verified_at: null }).where('id', '=', home.people.member.id).execute(),
  )

test('nothing changes until the link in the new mailbox is opened; the old one is told', async () => {
  expect(await ask()).toEqual({})
  expect((await me())?.email).toBe(home.people.member.email)
  expect(await confirm(await changeLink())).toEqual({})
  expect(await me()).toMatchObject({ email: NEXT, verified: true })
  expect((await outbox(home)).at(-1)).toEqual({
    kind: 'email-changed',
    about: home.people.member.id,
    facts: JSON.stringify({ old_address: home.people.member.email }),
  })
})

test('the members’ list shows the new address, and search finds it', async () => {
  await ask()
  await confirm(await changeLink())
  const listed = await home.deps.reader
    .selectFrom('member_listing')
    .selectAll()
    .where('member_id', '=', home.people.member.member ?? 'mem_')
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(listed)).toContain(NEXT)
  expect(JSON.stringify(listed)).not.toContain(home.people.member.email)
})

test('7.5.1 the password is asked for again, and a wrong one changes nothing', async () => {
  const before = await contents(home.deps)
  const refusal = await refused(ask(NEXT, 'a guess'))
  expect([refusal.code, refusal.facts.field]).toEqual(['wrong-password', 'password'])
  expect(await contents(home.deps)).toBe(before)
})

test('A51 an address that somebody has gets the same answer, and its mailbox gets to know', async () => {
  expect(await ask(home.people.owner.email)).toEqual({})
  expect(await outbox(home)).toEqual([{ kind: 'account-exists', about: home.people.owner.id, facts: '{}' }])
})

test('asking for one’s own address is asking for nothing', async () => {
  const before = await contents(home.deps)
  await ask(home.people.member.email.toUpperCase())
  expect(await contents(home.deps)).toBe(before)
})

test('asking again makes the earlier link void', async () => {
  await ask()
  const earlier = await changeLink()
  await ask('other@example.org')
  expect((await refused(confirm(earlier))).code).toBe('link-invalid')
  await confirm(await changeLink())
  expect((await me())?.email).toBe('other@example.org')
})

test('a link works once, for a day, and for its own purpose', async () => {
  await ask()
  const used = await changeLink()
  expect((await refused((await identity()).verifyEmail(used))).code).toBe('link-invalid')
  await confirm(used)
  expect((await refused(confirm(used))).code).toBe('link-invalid')
  await ask('other@example.org')
  home.advance(24 * 3_600_000)
  expect((await refused(confirm(await changeLink()))).code).toBe('link-invalid')
})

test('whoever takes the address in the meantime has it', async () => {
  await ask()
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: NEXT }).where('id', '=', home.people.viewer.id).execute(),
  )
  const before = await contents(home.deps)
  expect((await refused(confirm(await changeLink()))).code).toBe('email-taken')
  expect(await contents(home.deps)).toBe(before)
})

test('A25 links mailed to the old address are void, and so is the change once the password is another', async () => {
  await (await identity()).askPasswordReset({ email: home.people.member.email })
  const reset = await mailedLink(home, 'password-reset', 'reset-password')
  await ask()
  await confirm(await changeLink())
  expect(
    (await refused((await identity()).resetPassword({ ...reset, password: 'another sentence' }))).code,
  ).toBe('link-invalid')
  await ask(home.people.member.email)
  await confirm(await changeLink())
  expect(
    (await refused((await identity()).resetPassword({ ...reset, password: 'another sentence' }))).code,
  ).toBe('link-invalid')
  await ask('other@example.org')
  const change = await changeLink()
  await (await identity()).changePassword({ current: PASSWORD, next: 'another sentence' })
  expect((await refused(confirm(change))).code).toBe('link-invalid')
})

test('A12 one person has five such mails sent an hour', async () => {
  for (let time = 0; time < 5; time++) await ask(`place-${time}@example.org`)
  expect((await refused(ask())).code).toBe('too-many-attempts')
})

test('A12 one address gets three such mails an hour, from whomever', async () => {
  for (let time = 0; time < 5; time++) await ask()
  expect(await outbox(home)).toHaveLength(3)
})

test('verification: a link proves the address once, and the members’ list shows it', async () => {
  await unverify()
  expect(await (await identity()).resendVerification({})).toEqual({})
  const link = await mailedLink(home, 'verify-email', 'verify-email')
  expect((await me())?.verified).toBe(false)
  expect(await (await identity(browser(home))).verifyEmail(link)).toEqual({})
  expect((await me())?.verified).toBe(true)
  expect((await refused((await identity()).verifyEmail(link))).code).toBe('link-invalid')
})

test('verification: a link for an earlier address proves nothing', async () => {
  await unverify()
  await (await identity()).resendVerification({})
  const link = await mailedLink(home, 'verify-email', 'verify-email')
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: NEXT }).where('id', '=', home.people.member.id).execute(),
  )
  const before = await contents(home.deps)
  expect((await refused((await identity()).verifyEmail(link))).code).toBe('link-invalid')
  expect(await contents(home.deps)).toBe(before)
})

test('verification: who is verified gets no mail, and nobody more than five an hour', async () => {
  await (await identity()).resendVerification({})
  expect(await outbox(home)).toEqual([])
  await unverify()
  for (let time = 0; time < 4; time++) await (await identity()).resendVerification({})
  expect((await refused((await identity()).resendVerification({}))).code).toBe('too-many-attempts')
  expect(await outbox(home)).toHaveLength(4)
})

test('A52 invitations to an address are counted only once it is proved', async () => {
  await invited(home, 'member@acme.test')
  expect((await me())?.openInvitations).toBe(1)
  await unverify()
  expect((await me())?.openInvitations).toBe(0)
})
