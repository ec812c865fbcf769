import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, copiedSecret, invite, mailedSecret, row, trail } from './testing.ts'

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

const anonymous = () => home.as('anonymous').invitations

test('T5 D20 the addressee declines: closed, nothing given, both sides hear of it', async () => {
  const id = await invite(home, eve.email)
  const heard: unknown[] = []
  home.deps.changes.subscribe((change) => heard.push(change))
  await home.asUser(eve.id).invitations.decline({ invitation: id })
  expect(await row(home, id)).toMatchObject({ state: 'declined', closed_by: eve.id, member_id: null })
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.declined',
    actor: { id: eve.id },
    target: { id },
  })
  expect(heard).toEqual([
    { slice: 'invitations', organization: home.acme, people: [home.people.owner.id, eve.id] },
  ])
  const open = await home.database.reader
    .selectFrom('assignment')
    .select('id')
    .where('invitation_id', '=', id)
    .where('until', 'is', null)
    .execute()
  expect(open).toEqual([])
})

test('the mailed link is enough to say no, a copied one is not', async () => {
  const id = await invite(home, 'new@person.test')
  const before = await contents(home.deps)
  const copied = anonymous().decline({ invitation: id, secret: copiedSecret(home, id) })
  expect((await refused(copied)).code).toBe('not-signed-in')
  expect((await refused(anonymous().decline({ invitation: id }))).code).toBe('link-invalid')
  expect(await contents(home.deps)).toBe(before)
  await anonymous().decline({ invitation: id, secret: await mailedSecret(home, id) })
  expect(await row(home, id)).toMatchObject({ state: 'declined', closed_by: null })
})

test('A01 A05 another account, and a second answer, are refused', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  const wrong = home.as('outsider').invitations.decline({ invitation: id, secret })
  expect((await refused(wrong)).code).toBe('wrong-recipient')
  await home.asUser(eve.id).invitations.decline({ invitation: id })
  const before = await contents(home.deps)
  const again = home.asUser(eve.id).invitations.decline({ invitation: id, secret })
  expect(await refused(again)).toMatchObject({ code: 'invitation-closed', facts: { state: 'declined' } })
  expect(await contents(home.deps)).toBe(before)
})
