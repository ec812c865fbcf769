import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { acme, idOf } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('one’s own page is open to everybody, also without the right to see members', async () => {
  const member = idOf(home, 'auditor')
  const group = await addGroup(home, 'Engineering')
  await putInto(home, group, 'auditor', true)
  const me = home.as('auditor')
  expect(await me.members.get({ ...acme, member })).toMatchObject({ member, you: true })
  expect(await me.members.find({ ...acme, user: home.people.auditor.id })).toEqual({
    member,
    leftAt: null,
  })
  expect(await me.groups.ofMember({ ...acme, member })).toMatchObject([
    { group: { id: group, name: 'Engineering' }, manager: true, by: null },
  ])
  const other = idOf(home, 'owner')
  expect((await refused(me.members.get({ ...acme, member: other }))).code).toBe('not-permitted')
  expect((await refused(me.members.find({ ...acme, user: home.people.owner.id }))).code).toBe('not-permitted')
  expect((await refused(me.groups.ofMember({ ...acme, member: other }))).code).toBe('not-permitted')
})

test('D5 an account leads to its membership, also to one that has ended, and never to one elsewhere', async () => {
  const owner = home.as('owner')
  expect(await owner.members.find({ ...acme, user: home.people.removed.id })).toEqual({
    member: idOf(home, 'removed'),
    leftAt: home.now(),
  })
  const member = idOf(home, 'removed')
  expect(await owner.members.find({ ...acme, member })).toEqual({ member, leftAt: home.now() })
  expect((await refused(owner.members.find(acme))).code).toBe('invalid-input')
  expect((await refused(home.as('auditor').members.find({ ...acme, member }))).code).toBe('not-permitted')
  expect((await refused(owner.members.find({ ...acme, user: home.people.outsider.id }))).code).toBe(
    'not-found',
  )
})

test('D45 how somebody came tells opened from accepted, to those who may see invitations', async () => {
  const [sent] = await home.as('admin').invitations.send({
    ...acme,
    recipients: [home.people.outsider.email],
    role: home.roles.member,
  })
  if (!sent?.ok) throw new Error('not sent')
  const { invitation, link } = sent.result
  const at = home.now()
  const secret = link.split('#')[1] ?? ''
  home.advance(1_000)
  await home.as('anonymous').invitations.opened({ invitation, secret })
  home.advance(1_000)
  await home.as('outsider').invitations.accept({ invitation, secret })
  const { member } = await home.as('owner').members.find({ ...acme, user: home.people.outsider.id })
  const seen = await home.as('owner').members.get({ ...acme, member })
  expect(seen.arrival).toEqual({ invitation, sentAt: at, openedAt: at + 1_000, acceptedAt: at + 2_000 })
  expect((await home.as('outsider').members.get({ ...acme, member })).arrival).toEqual(seen.arrival)
  expect(await home.as('viewer').members.get({ ...acme, member })).toMatchObject({
    arrival: null,
    invitedBy: { user: home.people.admin.id },
  })
})

test('D45 effective access says where the reader may change it', async () => {
  const [apollo, gemini] = [await addProject(home, 'Apollo'), await addProject(home, 'Gemini')]
  await giveInProject(home, apollo, 'member', 'editor')
  await giveInProject(home, gemini, 'member', 'editor', home.now() + 1)
  await giveInProject(home, apollo, 'viewer', 'admin')
  home.advance(2)
  const member = idOf(home, 'member')
  const manageable = async (as: 'owner' | 'viewer' | 'member') =>
    (await home.as(as).assignments.effective({ ...acme, member })).manageable
  expect((await manageable('owner')).toSorted()).toEqual([apollo, gemini].toSorted())
  expect(await manageable('viewer')).toEqual([apollo])
  expect(await manageable('member')).toEqual([])
})
