import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { replaceRole } from '../members/store.ts'
import { browser, givePassword } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { invited } from '../testing/mail.ts'
import { addProject } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const PASSWORD = 'correct horse battery'
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const signedIn = async (part: Part) => {
  const { id, email } = home.people[part]
  await givePassword(home, id, PASSWORD)
  const at = browser(home)
  await (await at.call()).identity.signIn({ email, password: PASSWORD })
  return at
}
const deleteAs = async (at: Awaited<ReturnType<typeof signedIn>>, password = PASSWORD) =>
  (await at.call()).identity.deleteAccount({ password })

test('the person is erased, history keeps the bare id', async () => {
  const laptop = await signedIn('member')
  const phone = await signedIn('member')
  const { id, member, email, username } = home.people.member
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('member')
      .set({ display_name: 'Mimi', title: 'Chief' })
      .where('user_id', '=', id)
      .execute(),
  )
  await (await laptop.call()).identity.askEmailChange({ password: PASSWORD, email: 'mimi@example.org' })
  expect(await deleteAs(laptop)).toEqual({})
  expect(laptop.cookie()).toBeNull()
  expect(await phone.who()).toBeNull()
  const row = await home.deps.reader
    .selectFrom('user')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    email: null,
    username: null,
    name: '',
    password_hash: null,
    deleted_at: home.now(),
  })
  const membership = await home.deps.reader
    .selectFrom('member')
    .selectAll()
    .where('user_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(membership).toMatchObject({ id: member, until: home.now(), display_name: null, title: null })
  const everything = await contents(home.deps)
  for (const personal of [email, username, 'The member', 'Mimi', 'Chief', 'mimi@example.org']) {
    expect(everything).not.toContain(personal)
  }
})

test('A22 memberships and roles end everywhere, and the organization’s trail says so', async () => {
  await deleteAs(await signedIn('member'))
  const { id, member } = home.people.member
  expect((await refused(home.asUser(id).organizations.get({ organization: 'acme' }))).code).toBe('not-found')
  const held = await home.deps.reader
    .selectFrom('assignment')
    .select('until')
    .where('member_id', '=', member)
    .execute()
  expect(held.every((assignment) => assignment.until === home.now())).toBe(true)
  const entries = await home.deps.reader
    .selectFrom('audit_entry')
    .select(['chain', 'action', 'actor_id'])
    .where('target_id', '=', id)
    .where('actor_id', '=', id)
    .where('action', 'in', ['identity.account-deleted', 'member.left'])
    .execute()
  expect(entries.map((entry) => [entry.chain, entry.action]).sort()).toEqual([
    ['instance', 'identity.account-deleted'],
    [home.acme, 'member.left'],
  ])
})

test('A16 the last owner cannot go: the organizations are named and nothing changes', async () => {
  const laptop = await signedIn('owner')
  const before = await contents(home.deps)
  const refusal = await refused(deleteAs(laptop))
  expect(refusal.code).toBe('owns-organizations')
  expect(refusal.facts).toEqual({ organizations: ['Acme'], slugs: ['acme'] })
  expect(refusal.message).toBe('You are the last owner of Acme. Make someone else an owner first.')
  expect(await contents(home.deps)).toBe(before)
  expect(await laptop.who()).toBe(home.people.owner.id)
})

test('with a second owner the first may go, and then the second may not', async () => {
  const { admin } = home.people
  await home.deps.writer.run((tx) =>
    replaceRole(tx, home.deps.newId, {
      organization: home.acme,
      member: admin.member ?? 'mem_',
      role: home.roles.owner,
      by: home.people.owner.id,
      now: home.now(),
    }),
  )
  home.advance(1)
  await deleteAs(await signedIn('owner'))
  expect((await refused(deleteAs(await signedIn('admin')))).code).toBe('owns-organizations')
})

test('two owners who go at the same moment: one stays', async () => {
  const { admin } = home.people
  await home.deps.writer.run((tx) =>
    replaceRole(tx, home.deps.newId, {
      organization: home.acme,
      member: admin.member ?? 'mem_',
      role: home.roles.owner,
      by: home.people.owner.id,
      now: home.now(),
    }),
  )
  home.advance(1)
  const both = [await signedIn('owner'), await signedIn('admin')]
  const outcomes = await Promise.allSettled(both.map((one) => deleteAs(one)))
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('of an organization that has ended nobody has to stay the owner', async () => {
  await home.deps.writer.run((tx) =>
    tx.updateTable('organization').set({ until: home.now() }).where('id', '=', home.acme).execute(),
  )
  await deleteAs(await signedIn('owner'))
})

test('a wrong password deletes nothing', async () => {
  const laptop = await signedIn('member')
  const before = await contents(home.deps)
  expect((await refused(deleteAs(laptop, 'a guess'))).code).toBe('wrong-password')
  expect(await contents(home.deps)).toBe(before)
})

test('invitations to the account are closed, those to the address stay', async () => {
  const toAddress = await invited(home, 'outsider@acme.test')
  const toAccount = await invited(home, 'elsewhere@example.org', { user: home.people.member.id })
  await deleteAs(await signedIn('member'))
  const state = async ({ id }: { id: string }) =>
    (await home.deps.reader.selectFrom('invitation').selectAll().execute()).find((one) => one.id === id)
  expect(await state(toAccount)).toMatchObject({ state: 'declined', closed_by: home.people.member.id })
  expect(await state(toAddress)).toMatchObject({ state: 'pending' })
  const terms = await home.deps.reader
    .selectFrom('assignment')
    .select('until')
    .where('invitation_id', '=', toAccount.id)
    .execute()
  expect(terms).toEqual([{ until: home.now() }])
})

test('A37 address and username are free again, and the new account inherits nothing', async () => {
  const { id, email, username } = home.people.member
  await deleteAs(await signedIn('member'))
  const invitation = await invited(home, 'member@acme.test')
  const laptop = browser(home)
  await (await laptop.call()).identity.signUp({
    name: 'Somebody new',
    username,
    email,
    password: PASSWORD,
    invitation: { id: invitation.id, secret: invitation.mailed },
  })
  const me = await (await laptop.call()).identity.me({})
  expect(me?.id).not.toBe(id)
  expect(me?.organizations).toEqual([])
})

test('who is gone can neither sign in nor be mailed', async () => {
  const { email } = home.people.member
  await deleteAs(await signedIn('member'))
  const anyone = (await browser(home).call()).identity
  expect((await refused(anyone.signIn({ email, password: PASSWORD }))).code).toBe('wrong-credentials')
  await anyone.askPasswordReset({ email })
  expect(await home.deps.reader.selectFrom('message').select('id').execute()).toEqual([])
})

test('closed invitations to an erased person show no address any more', async () => {
  const sent = await home
    .as('owner')
    .invitations.send({ organization: 'acme', recipients: ['the-outsider', home.people.outsider.email] })
  expect(sent[0]).toMatchObject({ ok: true })
  const id = sent[0]?.ok ? sent[0].result.invitation : ''
  await home.as('outsider').invitations.accept({ invitation: id })
  await home.deps.writer.run((tx) =>
    tx.updateTable('invitation').set({ user_id: null }).where('state', '=', 'accepted').execute(),
  )
  const laptop = await signedIn('outsider')
  await home.as('outsider').organizations.delete({ organization: 'globex', confirm: 'globex' })
  await deleteAs(laptop)

  const { items } = await home.as('owner').invitations.list({ organization: 'acme', status: 'all' })
  expect(items.map(({ recipient }) => recipient)).toEqual([{ email: null, username: 'Deleted account' }])
  const trail = await home.as('owner').audit.list({ organization: 'acme' })
  expect(JSON.stringify(trail)).not.toContain(home.people.outsider.email)
})

test('nothing that others wrote to or about the person for them to be let in, or when their access was reviewed, is left', async () => {
  const { id, email, member } = home.people.member
  const at = await signedIn('member')
  const owner = home.as('owner')
  const sent = async (recipient: string, message: string) => {
    const [one] = await home
      .as('outsider')
      .invitations.send({ organization: 'globex', recipients: [recipient], message })
    if (!one?.ok) throw new Error('not sent')
    return one.result.invitation
  }
  // To an address they had before, by their username.
  const byName = await sent(`@${home.people.member.username}`, 'Come to us, Mimi')
  await home.as('member').invitations.decline({ invitation: byName })
  const byAddress = await sent(email, 'Or to that address, Mimi')
  await home.as('member').invitations.decline({ invitation: byAddress })
  await home.deps.writer.run(async (tx) => {
    await tx
      .updateTable('message')
      .set({ outcome: `550 <${email}> unknown` })
      .execute()
    await tx
      .updateTable('invitation')
      .set({ email: 'mimi-before@acme.test' })
      .where('id', '=', byName)
      .execute()
  })
  const project = await addProject(home, 'Apollo', { visibility: 'requests' })
  const { request } = await home
    .as('member')
    .requests.make({ organization: 'acme', project, reason: 'Mimi asks' })
  await owner.requests.reject({ organization: 'acme', request, message: 'Not now, Mimi' })
  const { review } = await owner.reviews.start({
    ...{ organization: 'acme', scope: 'organization', name: 'Spring', fallback: 'keep' },
    ...{ reviewers: [home.people.admin.member ?? 'mem_0', home.people.owner.member ?? 'mem_0'] },
    deadline: home.now() + 86_400_000,
  })
  const { items } = await owner.reviews.items({ organization: 'acme', review, pageSize: 100 })
  const item = items.find((one) => one.member === member)
  const reviewer = item?.reviewer?.user === home.people.owner.id ? 'owner' : 'admin'
  const [kept] = await home.as(reviewer).reviews.decide({
    organization: 'acme',
    review,
    items: [item?.id ?? 'rvi_0'],
    decision: 'keep',
    note: 'Mimi stays',
  })
  expect(kept?.ok).toBe(true)
  await deleteAs(at)
  const everything = await contents(home.deps)
  for (const personal of [email, 'mimi-before@acme.test', 'Mimi']) expect(everything).not.toContain(personal)
  expect(everything).toContain(id)
})
