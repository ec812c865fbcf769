import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Browser, browser, givePassword } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { invited } from '../testing/mail.ts'
import { refused } from '../testing/refused.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const PASSWORD = 'correct horse battery'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const signedIn = async (part: Part, at: Browser = browser(home)) => {
  await givePassword(home, home.people[part].id, PASSWORD)
  await (await at.call()).identity.signIn({ email: home.people[part].email, password: PASSWORD })
  return at
}

test('nobody is nobody', async () => {
  expect(await home.as('anonymous').identity.me({})).toBeNull()
  expect(await home.as('anonymous').identity.status({})).toEqual({
    setUp: true,
    signUp: 'invited',
    mail: 'smtp',
    createOrganizations: false,
    version: '0.0.0',
    url: 'https://roster.test',
  })
})

test('I am told who I am and what I may do where', async () => {
  const laptop = await signedIn('member')
  const me = await (await laptop.call()).identity.me({})
  expect(me).toMatchObject({
    id: home.people.member.id,
    name: 'The member',
    username: 'the-member',
    email: 'member@acme.test',
    verified: true,
    discoverable: true,
    session: expect.stringMatching(/^ses_/),
    openInvitations: 0,
    organizations: [
      {
        id: home.acme,
        slug: 'acme',
        name: 'Acme',
        role: { key: 'member', name: 'Member' },
        members: 5,
        invitations: null,
      },
    ],
  })
  expect(me?.organizations[0]?.permissions).toContain('members.read')
  expect(me?.organizations[0]?.permissions).not.toContain('members.update')
})

test('where I was removed I am not, and what others are in I do not see', async () => {
  expect((await home.as('removed').identity.me({}))?.organizations).toEqual([])
  const outsider = await home.as('outsider').identity.me({})
  expect(outsider?.organizations.map((organization) => organization.slug)).toEqual(['globex'])
})

test('how many are invited is for those who may see invitations', async () => {
  await invited(home, 'eve@example.org')
  const seen = async (part: Part) => (await home.as(part).identity.me({}))?.organizations[0]?.invitations
  expect(await seen('owner')).toBe(1)
  expect(await seen('auditor')).toBe(1)
  expect(await seen('member')).toBeNull()
})

test('my open invitations are counted: to my address and to me, not closed or expired ones, nobody else’s', async () => {
  await invited(home, 'outsider@acme.test')
  const count = async () => (await home.as('outsider').identity.me({}))?.openInvitations
  expect(await count()).toBe(1)
  expect((await home.as('member').identity.me({}))?.openInvitations).toBe(0)
  await invited(home, 'old-address@example.org', { user: home.people.outsider.id, expiresIn: 1_000 })
  expect(await count()).toBe(2)
  home.advance(1_000)
  expect(await count()).toBe(1)
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('invitation')
      .set({ state: 'revoked', closed_at: home.now() })
      .where('state', '=', 'pending')
      .execute(),
  )
  expect(await count()).toBe(0)
})

test('status says who may create organizations', async () => {
  const answer = async (createOrganizations: 'anyone' | 'owners' | 'nobody', part: Part) => {
    const other = await house({ createOrganizations })
    const status = await other.as(part).identity.status({})
    await other.close()
    return status.createOrganizations
  }
  expect(await answer('anyone', 'member')).toBe(true)
  expect(await answer('owners', 'owner')).toBe(true)
  expect(await answer('owners', 'member')).toBe(false)
  expect(await answer('nobody', 'owner')).toBe(false)
})

test('name, username and being found change one by one; what is left out stays', async () => {
  const laptop = await signedIn('member')
  const update = async (change: { name?: string; username?: string; discoverable?: boolean }) =>
    (await laptop.call()).identity.updateProfile(change)
  const me = async () => (await laptop.call()).identity.me({})
  await update({ name: '  Mary   Member ' })
  expect(await me()).toMatchObject({ name: 'Mary Member', username: 'the-member', discoverable: true })
  await update({ username: 'Mary' })
  await update({ discoverable: false })
  expect(await me()).toMatchObject({ name: 'Mary Member', username: 'mary', discoverable: false })
})

test('the members’ list shows the new name', async () => {
  const laptop = await signedIn('member')
  await (await laptop.call()).identity.updateProfile({ name: 'Zoë Zebra' })
  const listed = await home.deps.reader
    .selectFrom('member_listing')
    .selectAll()
    .where('member_id', '=', home.people.member.member ?? 'mem_')
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(listed)).toContain('Zoë Zebra')
})

test('a username that somebody has is refused, and nothing changes; one’s own is no change', async () => {
  const laptop = await signedIn('member')
  const before = await contents(home.deps)
  const update = async (username: string) =>
    (await laptop.call()).identity.updateProfile({ name: 'X', username })
  expect(await refused(update('the-owner'))).toMatchObject({
    code: 'username-taken',
    facts: { field: 'username' },
  })
  expect(await contents(home.deps)).toBe(before)
  await (await laptop.call()).identity.updateProfile({ username: 'THE-MEMBER', name: 'The member' })
  expect(await contents(home.deps)).toBe(before)
})

test('the audit trail says what was changed, never to what', async () => {
  const laptop = await signedIn('member')
  await (await laptop.call()).identity.updateProfile({ name: 'Mary Member', username: 'mary' })
  const [entry] = await home.deps.reader
    .selectFrom('audit_entry')
    .select('entry')
    .where('action', '=', 'identity.profile-changed')
    .execute()
  expect(JSON.parse(entry?.entry ?? '')).toMatchObject({
    chain: 'instance',
    target: { kind: 'user', id: home.people.member.id },
    facts: { changed: ['name', 'username'] },
  })
})

test('A28 my sessions are listed with device and place, and with ids that open nothing', async () => {
  const laptop = await signedIn('member', browser(home, { address: '203.0.113.1' }))
  home.advance(60_000)
  const phone = await signedIn('member', browser(home, { address: '203.0.113.2', userAgent: SAFARI }))
  await signedIn('owner')
  const list = await (await laptop.call()).identity.sessions({})
  expect(list).toMatchObject([
    { current: false, device: 'Safari on iOS', address: '203.0.113.2', createdAt: home.now() },
    { current: true, device: 'Firefox on Linux', address: '203.0.113.1', createdAt: home.now() - 60_000 },
  ])
  expect(list[0]?.endsAt).toBe(home.now() + 7 * 24 * 3_600_000)
  expect(JSON.stringify(list)).not.toContain(phone.cookie()?.token)
  expect(await browser(home, { token: list[0]?.id ?? '' }).who()).toBeNull()
})

test('a session that has run out is not listed', async () => {
  await signedIn('member')
  home.advance(7 * 24 * 3_600_000)
  const laptop = await signedIn('member')
  expect(await (await laptop.call()).identity.sessions({})).toHaveLength(1)
})

test('7.5.2 I end one of my sessions, or this one, and nobody else’s', async () => {
  const laptop = await signedIn('member')
  const phone = await signedIn('member')
  const owners = await signedIn('owner')
  const idOf = async (at: Browser) =>
    (await (await at.call()).identity.sessions({})).find((session) => session.current)?.id ?? ''
  const before = await contents(home.deps)
  const foreign = await refused((await laptop.call()).identity.endSession({ session: await idOf(owners) }))
  expect(foreign.code).toBe('not-found')
  expect(await contents(home.deps)).toBe(before)
  expect(await owners.who()).toBe(home.people.owner.id)
  await (await laptop.call()).identity.endSession({ session: await idOf(phone) })
  expect(await phone.who()).toBeNull()
  expect(laptop.cookie()).not.toBeNull()
  await (await laptop.call()).identity.endSession({ session: await idOf(laptop) })
  expect(laptop.cookie()).toBeNull()
})

test('I end all my other sessions and am told how many', async () => {
  const laptop = await signedIn('member')
  const others = [await signedIn('member'), await signedIn('member')]
  const owners = await signedIn('owner')
  expect(await (await laptop.call()).identity.endOtherSessions({})).toEqual({ ended: 2 })
  for (const other of others) expect(await other.who()).toBeNull()
  expect(await laptop.who()).toBe(home.people.member.id)
  expect(await owners.who()).toBe(home.people.owner.id)
  const before = await contents(home.deps)
  expect(await (await laptop.call()).identity.endOtherSessions({})).toEqual({ ended: 0 })
  expect(await contents(home.deps)).toBe(before)
})

test('what is for people who are signed in refuses everybody else', async () => {
  const anyone = home.as('anonymous').identity
  const before = await contents(home.deps)
  const calls = [
    anyone.signOut({}),
    anyone.resendVerification({}),
    anyone.changePassword({ current: 'x', next: 'y' }),
    anyone.askEmailChange({ password: 'x', email: 'a@b.example' }),
    anyone.updateProfile({ name: 'X' }),
    anyone.sessions({}),
    anyone.endSession({ session: home.deps.newId('ses') }),
    anyone.endOtherSessions({}),
    anyone.deleteAccount({ password: 'x' }),
  ]
  for (const call of calls) expect((await refused(call)).code).toBe('not-signed-in')
  expect(await contents(home.deps)).toBe(before)
})
