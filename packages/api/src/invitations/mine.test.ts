import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { account, invite } from './testing.ts'

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

test('O13 open and past ones of every organization, by address and by username', async () => {
  const first = await invite(home, eve.email)
  await home.asUser(eve.id).invitations.decline({ invitation: first })
  home.advance(1_000)
  const second = await invite(home, eve.username, { role: home.roles.viewer })
  const globex = await home
    .as('outsider')
    .invitations.send({ organization: 'globex', recipients: [eve.email] })
  expect(globex).toMatchObject([{ ok: true }])
  const mine = await home.asUser(eve.id).invitations.mine({})
  expect(mine.open.map((one) => [one.organization.slug, one.role.name, one.inviter])).toEqual([
    ['globex', 'Member', 'The outsider'],
    ['acme', 'Viewer', 'The owner'],
  ])
  expect(mine.past).toEqual([
    {
      id: first,
      organization: { name: 'Acme', slug: 'acme' },
      role: { name: 'Member' },
      status: 'declined',
      inviter: 'The owner',
      sentAt: home.now() - 1_000,
      expiresAt: home.now() - 1_000 + 7 * DAY,
      closedAt: home.now() - 1_000,
    },
  ])
  home.advance(7 * DAY)
  const later = await home.asUser(eve.id).invitations.mine({})
  expect(later.open).toEqual([])
  expect(later.past.map((one) => one.status)).toEqual(['expired', 'expired', 'declined'])
  expect(later.past.map((one) => one.id)).toContain(second)
})

test('A52 an address that was not shown to be theirs tells of no invitations', async () => {
  const ann = await account(home, 'ann', false)
  await invite(home, ann.email)
  expect(await home.asUser(ann.id).invitations.mine({})).toEqual({ open: [], past: [] })
  const { openInvitations } = (await home.asUser(ann.id).identity.me({})) ?? {}
  expect(openInvitations).toBe(0)
})

test('A37 who gets an address later sees nothing of what its earlier owner answered', async () => {
  const id = await invite(home, eve.email)
  await home.asUser(eve.id).invitations.decline({ invitation: id })
  const bob = await account(home, 'bob')
  await home.deps.writer.run(async (tx) => {
    await tx.updateTable('user').set({ email: 'gone@eve.test' }).where('id', '=', eve.id).execute()
    await tx.updateTable('user').set({ email: eve.email }).where('id', '=', bob.id).execute()
  })
  expect(await home.asUser(bob.id).invitations.mine({})).toEqual({ open: [], past: [] })
})

test('superseded and deleted ones are not shown, nor are those of ended organizations', async () => {
  await invite(home, eve.email)
  const kept = await invite(home, eve.email)
  const { open, past } = await home.asUser(eve.id).invitations.mine({})
  expect([open.map((one) => one.id), past]).toEqual([[kept], []])
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect(await home.asUser(eve.id).invitations.mine({})).toEqual({ open: [], past: [] })
})
