import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, copiedSecret, invite, mailedSecret, policies } from './testing.ts'

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

const anonymous = () => home.as('anonymous').invitations

test('O16 whoever holds the link sees who invites, to what, with which role in plain words', async () => {
  const id = await invite(home, 'new@person.test', { message: 'Join us' })
  const view = await anonymous().view({ invitation: id, secret: await mailedSecret(home, id) })
  expect(view).toEqual({
    status: 'active',
    organization: { name: 'Acme', slug: 'acme', domains: [] },
    inviter: { name: 'The owner', domain: 'acme.test', avatar: null, verified: true },
    email: 'new@person.test',
    username: null,
    role: {
      name: 'Member',
      description: expect.stringContaining('Sees the organization'),
      can: expect.arrayContaining(['work in the projects you are given']),
      cannot: expect.arrayContaining(['invite people or change roles']),
    },
    expiresAt: home.now() + 7 * DAY,
    members: 5,
    message: 'Join us',
    you: 'anonymous',
    accountExists: false,
    acceptable: true,
    places: [],
    refusal: null,
  })
})

test('T6 O6 it says whether there is an account to sign in to', async () => {
  const id = await invite(home, eve.email)
  const view = await anonymous().view({ invitation: id, secret: copiedSecret(home, id) })
  expect(view).toMatchObject({ accountExists: true, email: eve.email })
})

test('T24 A34 A51 without the link it does not exist, except for the addressee; the answer is the same', async () => {
  const id = await invite(home, eve.email)
  const tries = [
    anonymous().view({ invitation: id }),
    anonymous().view({ invitation: id, secret: 'm.wrong' }),
    anonymous().view({ invitation: 'inv_00000000000000000000000000' }),
    anonymous().view({ invitation: 'inv_00000000000000000000000000', secret: 'm.wrong' }),
    home.as('owner').invitations.view({ invitation: id }),
    home.as('outsider').invitations.view({ invitation: id }),
    home.asUser(eve.id).invitations.view({ invitation: id, secret: 'm.wrong' }),
  ]
  const refusals = await Promise.all(tries.map(refused))
  const said = refusals.map(({ code, message, facts }) => JSON.stringify({ code, message, facts }))
  expect(new Set(said)).toEqual(
    new Set([
      '{"code":"link-invalid","message":"This link is not valid any more. Ask for a new one.","facts":{}}',
    ]),
  )
  expect(await home.asUser(eve.id).invitations.view({ invitation: id })).toMatchObject({
    you: 'addressee',
    acceptable: true,
    accountExists: false,
  })
})

test('A01 the wrong account is told for whom it is', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  expect(await home.as('outsider').invitations.view({ invitation: id, secret })).toMatchObject({
    you: 'someone-else',
    email: eve.email,
    acceptable: false,
    refusal: { code: 'wrong-recipient' },
  })
  expect(await home.as('owner').invitations.view({ invitation: id, secret })).toMatchObject({
    you: 'member',
  })
})

test('A33 by username, the copied link does not tell the sender the address', async () => {
  const id = await invite(home, eve.username)
  const seen = await home.as('owner').invitations.view({ invitation: id, secret: copiedSecret(home, id) })
  expect(seen).toMatchObject({ email: null, username: eve.username })
  expect(JSON.stringify(seen)).not.toContain(eve.email)
  const own = await home.asUser(eve.id).invitations.view({ invitation: id })
  expect(own).toMatchObject({ email: eve.email, username: eve.username })
})

test('every end has its own face: expired, revoked, accepted, superseded, declined, and void', async () => {
  const seen = async (id: string, secret: string) => {
    const { status, acceptable, refusal } = await anonymous().view({ invitation: id, secret })
    return [status, acceptable, refusal?.code]
  }
  const id = await invite(home, 'a@x.test')
  const secret = await mailedSecret(home, id)
  home.advance(7 * DAY)
  expect(await seen(id, secret)).toEqual(['expired', false, 'invitation-expired'])
  const next = await invite(home, 'a@x.test')
  expect(await seen(id, secret)).toEqual(['superseded', false, 'invitation-closed'])
  const nextSecret = await mailedSecret(home, next)
  await home.as('owner').invitations.revoke({ organization: 'acme', invitations: [next] })
  expect(await seen(next, nextSecret)).toEqual(['revoked', false, 'invitation-closed'])
  const mine = await invite(home, eve.email)
  await home.asUser(eve.id).invitations.accept({ invitation: mine })
  expect(await seen(mine, await mailedSecret(home, mine))).toEqual(['accepted', false, 'invitation-closed'])
  const byAdmin = await invite(home, 'b@x.test', { as: 'admin' })
  await home.as('owner').members.remove({
    organization: 'acme',
    members: home.people.admin.member ? [home.people.admin.member] : [],
  })
  expect(await seen(byAdmin, await mailedSecret(home, byAdmin))).toEqual([
    'active',
    false,
    'invitation-closed',
  ])
})

test('D22 after an edit the invitee sees the new terms', async () => {
  const id = await invite(home, eve.email)
  await home.deps.writer.run((tx) =>
    tx.updateTable('message').set({ state: 'handed-over' }).where('reference_id', '=', id).execute(),
  )
  await home.as('owner').invitations.edit({ organization: 'acme', invitation: id, role: home.roles.auditor })
  const { role } = await home.asUser(eve.id).invitations.view({ invitation: id })
  expect(role).toEqual({
    name: 'Auditor',
    description: '',
    can: [
      'see the organization, its home page, and what its roles allow',
      'read and verify the audit trail',
      'see who has been invited, by whom and with which role',
    ],
    cannot: [],
  })
})

test('D2 a built-in role that the policies cut down is told as it is', async () => {
  const id = await invite(home, eve.email, { role: home.roles.admin })
  await policies(home, { managedBy: 'owners' })
  const { role } = await home.asUser(eve.id).invitations.view({ invitation: id })
  expect(role.can).not.toContain('invite and remove people and change their roles')
  expect(role.can).toContain('read and verify the audit trail')
})

test('A11 looking changes nothing', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  const before = await contents(home.deps)
  for (let times = 0; times < 3; times++) await anonymous().view({ invitation: id, secret })
  await home.asUser(eve.id).invitations.view({ invitation: id })
  await home.asUser(eve.id).invitations.mine({})
  expect(await contents(home.deps)).toBe(before)
})
