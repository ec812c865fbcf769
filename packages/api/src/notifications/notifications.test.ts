import { createMailer } from '@roster/mail'
import { startSink } from '@roster/mail/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { account, invite, policies, rolesOf } from '../invitations/testing.ts'
import { sendAllDue } from '../outbox/worker.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Subjects of the mail that leaves now. */
async function passOver(): Promise<readonly (string | undefined)[]> {
  const sink = await startSink()
  const mailer = createMailer({ url: sink.url, from: 'Roster <roster@roster.test>' })
  await sendAllDue(home.deps, mailer, silent)
  await mailer.close()
  await sink.close()
  return sink.arrived.map(({ email }) => email.subject)
}

const messages = () =>
  home.deps.reader.selectFrom('message').select(['kind', 'state', 'outcome']).orderBy('id').execute()

test('O13 O14 a muted organization sends no more mail, and its invitation still shows and can be accepted', async () => {
  const eve = await account(home, 'eve')
  await invite(home, eve.email)
  await passOver()
  await home.asUser(eve.id).notifications.mute({ organization: 'acme' })
  await home.as('owner').invitations.send({ organization: 'acme', recipients: [eve.email] })
  expect(await passOver()).toEqual([])
  expect((await messages()).at(-1)).toEqual({
    kind: 'invitation',
    state: 'pointless',
    outcome: 'The recipient has muted this organization.',
  })
  const { open } = await home.asUser(eve.id).invitations.mine({})
  expect(open).toMatchObject([{ organization: { slug: 'acme' }, status: 'active' }])
  await home.asUser(eve.id).invitations.accept({ invitation: open[0]?.id ?? '' })
  expect(await rolesOf(home, eve.id)).toHaveLength(1)
  expect(await passOver()).toEqual([])
})

test('O14 muting touches no membership, no permission and no other organization; unmuting lets mail through', async () => {
  const member = home.as('member')
  const before = await home.as('owner').members.list({ organization: 'acme' })
  const may = (await member.organizations.get({ organization: 'acme' })).permissions
  await member.notifications.mute({ organization: home.acme })
  expect(await home.as('owner').members.list({ organization: 'acme' })).toEqual(before)
  expect((await member.organizations.get({ organization: 'acme' })).permissions).toEqual(may)
  await home.as('outsider').invitations.send({ organization: 'globex', recipients: ['member@acme.test'] })
  expect(await passOver()).toEqual(['The outsider invites you to join Globex'])

  expect((await member.notifications.settings({})).muted).toMatchObject([{ slug: 'acme', name: 'Acme' }])
  await member.notifications.unmute({ organization: 'acme' })
  expect((await member.notifications.settings({})).muted).toEqual([])
})

test('A34 an organization that one has nothing to do with cannot be muted, as if it were not there', async () => {
  const before = await contents(home.deps)
  for (const organization of ['acme', 'nowhere'])
    expect((await refused(home.as('outsider').notifications.mute({ organization }))).code).toBe('not-found')
  expect(await contents(home.deps)).toBe(before)
})

test('O16 a kind of mail that was switched off is not sent, and says why; switched on again, it is', async () => {
  await policies(home, { joinRequests: true })
  await home.as('owner').notifications.set({ kind: 'requests', wanted: false })
  const settings = await home.as('owner').notifications.settings({})
  expect(settings.kinds.filter((one) => !one.wanted)).toEqual([{ kind: 'requests', wanted: false }])
  await home.as('outsider').requests.make({ organization: 'acme', reason: 'Please.' })
  expect(await passOver()).toHaveLength(1)
  const said = (await messages()).filter((one) => one.state === 'pointless')
  expect(said).toMatchObject([{ outcome: 'The recipient has switched off mail of this kind.' }])

  await home.as('owner').notifications.set({ kind: 'requests', wanted: true })
  const other = await account(home, 'eve')
  await home.asUser(other.id).requests.make({ organization: 'acme', reason: 'Please.' })
  expect(await passOver()).toHaveLength(2)
})

test('O16 mail about security is no kind that could be switched off, and is sent from a muted organization', async () => {
  const member = home.as('member')
  for (const kind of ['account', 'password-reset', 'verify-email']) {
    expect((await refused(member.notifications.set({ kind, wanted: false }))).code).toBe('invalid-input')
  }
  for (const { kind } of (await member.notifications.settings({})).kinds)
    await member.notifications.set({ kind, wanted: false })
  await member.notifications.mute({ organization: 'acme' })
  await home
    .as('owner')
    .members.sendPasswordReset({ organization: 'acme', member: home.people.member.member ?? '' })
  expect(await passOver()).toHaveLength(1)
})

test('O14 an invitation by username reaches an account whose address is not proved, so its mute counts', async () => {
  const eve = await account(home, 'eve', false)
  await invite(home, `@${eve.username}`)
  expect(await passOver()).toHaveLength(1)
  await home.asUser(eve.id).notifications.mute({ organization: 'acme' })
  await invite(home, `@${eve.username}`)
  expect(await passOver()).toEqual([])
})

test('A52 an account with an address that nobody has proved stops no mail to it', async () => {
  const eve = await account(home, 'eve', false)
  await home.asUser(eve.id).notifications.set({ kind: 'invitations', wanted: false })
  await invite(home, eve.email)
  expect(await passOver()).toHaveLength(1)
})
