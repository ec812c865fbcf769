import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Browser, browser, givePassword } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { emptyHouse, type House, house } from '../testing/house.ts'
import { invited, mailedLink, outbox } from '../testing/mail.ts'
import { refused } from '../testing/refused.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const EVE = {
  name: 'Eve Adams',
  username: 'eve-adams',
  email: 'eve@example.org',
  password: 'correct horse battery',
}
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

type Invitation = Awaited<ReturnType<typeof invited>>
const through = ({ id }: Invitation, secret: string) => ({ invitation: { id, secret } })
const signUp = async (
  change: Partial<typeof EVE> & { invitation?: { id: string; secret: string } } = {},
  at: Browser = browser(home),
) => (await at.call()).identity.signUp({ ...EVE, ...change })
const signIn = async (at = browser(home)) =>
  (await at.call()).identity.signIn({ email: EVE.email, password: EVE.password })
const people = () => home.deps.reader.selectFrom('user').selectAll().execute()

test('by default accounts are by invitation only', async () => {
  const before = await contents(home.deps)
  expect((await refused(signUp())).code).toBe('sign-up-closed')
  expect(await contents(home.deps)).toBe(before)
})

test('through a mailed link the address is proved and the person signed in, not yet a member', async () => {
  const invitation = await invited(home, 'eve@example.org')
  const laptop = browser(home)
  expect(await signUp(through(invitation, invitation.mailed), laptop)).toEqual({
    verified: true,
    signedIn: true,
  })
  expect(await (await laptop.call()).identity.me({})).toMatchObject({
    username: 'eve-adams',
    verified: true,
    organizations: [],
    openInvitations: 1,
  })
  expect(await outbox(home)).toEqual([])
})

test('A52 through a copied link the person is signed in, but the address is not proved', async () => {
  const invitation = await invited(home, 'eve@example.org')
  const laptop = browser(home)
  expect(await signUp(through(invitation, invitation.copied), laptop)).toEqual({
    verified: false,
    signedIn: true,
  })
  expect(await (await laptop.call()).identity.me({})).toMatchObject({ verified: false, openInvitations: 0 })
  expect((await outbox(home)).map((message) => message.kind)).toEqual(['verify-email'])
  await (await laptop.call()).identity.signOut({})
  await signIn(laptop)
})

test('a secret with the other letter opens nothing', async () => {
  const invitation = await invited(home, 'eve@example.org')
  const swapped = `m.${invitation.copied.slice(2)}`
  for (const secret of [swapped, invitation.copied.slice(2), `x.${invitation.mailed.slice(2)}`, 'm.', '']) {
    expect((await refused(signUp(through(invitation, secret)))).code).toBe('link-invalid')
  }
})

test('A01 another address than the invited one is refused', async () => {
  const invitation = await invited(home, 'someone-else@example.org')
  const before = await contents(home.deps)
  expect((await refused(signUp(through(invitation, invitation.mailed)))).code).toBe('wrong-recipient')
  expect(await contents(home.deps)).toBe(before)
})

test('A03 over an existing account nothing happens: it has to sign in, and keeps its password', async () => {
  const { owner } = home.people
  await givePassword(home, owner.id, 'the real password')
  const invitation = await invited(home, 'owner@acme.test')
  const before = await contents(home.deps)
  const laptop = browser(home)
  const refusal = await refused(
    signUp({ ...through(invitation, invitation.mailed), email: owner.email }, laptop),
  )
  expect(refusal.code).toBe('email-taken')
  expect(refusal.facts.field).toBe('email')
  expect(await contents(home.deps)).toBe(before)
  expect(laptop.cookie()).toBeNull()
})

test('A03 the same for a disabled account', async () => {
  const { owner } = home.people
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ disabled_at: home.now() }).where('id', '=', owner.id).execute(),
  )
  const invitation = await invited(home, 'owner@acme.test')
  const refusal = await refused(signUp({ ...through(invitation, invitation.mailed), email: owner.email }))
  expect(refusal.code).toBe('email-taken')
})

test('A02 fields that are nobody’s to set are refused, not ignored', async () => {
  const invitation = await invited(home, 'eve@example.org')
  const extra = { ...through(invitation, invitation.mailed), role: 'owner', verified: true }
  expect((await refused(signUp(extra))).code).toBe('invalid-input')
})

test('A05 an invitation that is closed or has expired makes no accounts', async () => {
  const closed = await invited(home, 'eve@example.org')
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('invitation')
      .set({ state: 'revoked', closed_at: home.now() })
      .where('id', '=', closed.id)
      .execute(),
  )
  expect((await refused(signUp(through(closed, closed.mailed)))).code).toBe('invitation-closed')
  const open = await invited(home, 'eve@example.org', { expiresIn: 1_000 })
  home.advance(1_000)
  expect((await refused(signUp(through(open, open.mailed)))).code).toBe('invitation-expired')
})

test('A05 a link of an earlier generation makes no accounts', async () => {
  const invitation = await invited(home, 'eve@example.org')
  await home.deps.writer.run((tx) =>
    tx.updateTable('invitation').set({ generation: 2 }).where('id', '=', invitation.id).execute(),
  )
  expect((await refused(signUp(through(invitation, invitation.mailed)))).code).toBe('link-invalid')
})

test('an invitation by username is for its account, and makes no other', async () => {
  const invitation = await invited(home, 'eve@example.org', { user: home.people.outsider.id })
  expect((await refused(signUp(through(invitation, invitation.mailed)))).code).toBe('wrong-recipient')
})

test('a taken username and a weak password are refused with their fields', async () => {
  const invitation = await invited(home, 'eve@example.org')
  const taken = await refused(signUp({ ...through(invitation, invitation.mailed), username: 'the-owner' }))
  expect([taken.code, taken.facts.field]).toEqual(['username-taken', 'username'])
  const weak = await refused(
    signUp({ ...through(invitation, invitation.mailed), password: 'eve-adams-2026' }),
  )
  expect([weak.code, weak.facts.field]).toEqual(['weak-password', 'password'])
})

test('two who sign up with the same invitation at the same moment make one account', async () => {
  const invitation = await invited(home, 'eve@example.org')
  const outcomes = await Promise.allSettled([
    signUp(through(invitation, invitation.mailed)),
    signUp({ ...through(invitation, invitation.mailed), username: 'eve-other' }),
  ])
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  expect((await people()).filter((person) => person.email === EVE.email)).toHaveLength(1)
})

describe('where sign-up is open', () => {
  beforeEach(async () => {
    await home.close()
    home = await house({ signUp: 'open' })
  })

  test('an account is made, and stays shut until its mailbox is proved', async () => {
    const laptop = browser(home)
    expect(await signUp({}, laptop)).toEqual({ verified: false, signedIn: false })
    expect(laptop.cookie()).toBeNull()
    expect((await refused(signIn())).code).toBe('wrong-credentials')
    const link = await mailedLink(home, 'verify-email', 'verify-email')
    expect(await (await laptop.call()).identity.verifyEmail(link)).toEqual({})
    await signIn(laptop)
    expect(await (await laptop.call()).identity.me({})).toMatchObject({ verified: true })
  })

  test('A51 an address that has an account gets the same answer, and its mailbox gets to know', async () => {
    const { owner } = home.people
    await givePassword(home, owner.id, 'the real password')
    const before = await people()
    expect(await signUp({ email: owner.email })).toEqual({ verified: false, signedIn: false })
    expect(await people()).toEqual(before)
    expect(await outbox(home)).toEqual([{ kind: 'account-exists', about: owner.id, facts: '{}' }])
    expect(await refused(signUp({ email: owner.email, username: 'the-admin' }))).toMatchObject({
      code: 'username-taken',
    })
    expect(await refused(signUp({ username: 'the-admin' }))).toMatchObject({ code: 'username-taken' })
  })

  test('mail to an address that has an account wakes the outbox, though nothing was changed', async () => {
    const heard: unknown[] = []
    home.deps.changes.subscribe((change) => heard.push(change))
    await signUp({ email: home.people.owner.email })
    expect(heard).toEqual([{ slice: 'identity', organization: null }])
  })

  test('A51 signing up and then in does not tell whether there was an account', async () => {
    await signUp({ email: home.people.owner.email })
    await signUp({})
    const signIn = async (email: string) =>
      (await refused((await browser(home).call()).identity.signIn({ email, password: EVE.password }))).code
    expect(await signIn(home.people.owner.email)).toBe(await signIn(EVE.email))
  })

  test('A51 both write, so that the time to commit tells nothing', async () => {
    const written = async (email: string) => {
      const before = await contents(home.deps)
      await signUp({ email, username: `u-${email.slice(0, 3)}` })
      return (await contents(home.deps)) !== before
    }
    expect(await written('fresh@example.org')).toBe(true)
    for (let time = 0; time < 6; time++) expect(await written(home.people.owner.email)).toBe(true)
  })

  test('A12 somebody’s mailbox is told once an hour, however often they are signed up', async () => {
    for (let time = 0; time < 5; time++) await signUp({ email: home.people.owner.email })
    expect(await outbox(home)).toHaveLength(1)
    home.advance(3_600_000)
    await signUp({ email: home.people.owner.email })
    expect(await outbox(home)).toHaveLength(2)
  })

  test('A55 one place signs up thirty times an hour at the most', async () => {
    for (let time = 0; time < 30; time++) {
      await signUp({ email: `e${time}@example.org`, username: `person-${time}` })
    }
    expect((await refused(signUp())).code).toBe('too-many-attempts')
    home.advance(3_600_000)
    await signUp()
  })

  test('whoever lost the mail proves the address by a password reset', async () => {
    await signUp()
    const laptop = browser(home)
    await (await laptop.call()).identity.askPasswordReset({ email: EVE.email })
    const link = await mailedLink(home, 'password-reset', 'reset-password')
    await (await laptop.call()).identity.resetPassword({ ...link, password: 'another long one' })
    expect(await (await laptop.call()).identity.me({})).toMatchObject({ verified: true })
  })
})

test('nobody signs up before Roster is set up', async () => {
  const empty = emptyHouse({ signUp: 'open' })
  expect((await refused((await browser(empty).call()).identity.signUp(EVE))).code).toBe('sign-up-closed')
  await empty.close()
})
