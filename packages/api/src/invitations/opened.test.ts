import { DAY } from '@roster/domain'
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

test('D45 opening is noted once, apart from accepting', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  home.advance(5_000)
  await anonymous().opened({ invitation: id, secret })
  const at = home.now()
  home.advance(5_000)
  await home.asUser(eve.id).invitations.opened({ invitation: id, secret })
  expect(await row(home, id)).toMatchObject({ opened_at: at, state: 'pending' })
  const opened = (await trail(home, home.acme)).filter((entry) => entry.action === 'invitation.opened')
  expect(opened).toMatchObject([{ actor: { kind: 'system', id: null }, target: { id }, at }])
})

test('it needs the secret; somebody of the organization trying the link is not the invitee', async () => {
  const id = await invite(home, eve.email)
  const before = await contents(home.deps)
  expect((await refused(anonymous().opened({ invitation: id, secret: 'm.x' }))).code).toBe('link-invalid')
  await home.as('owner').invitations.opened({ invitation: id, secret: copiedSecret(home, id) })
  expect(await contents(home.deps)).toBe(before)
})

test('an expired or closed one is not opened any more', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  home.advance(7 * DAY)
  await anonymous().opened({ invitation: id, secret })
  expect((await row(home, id)).opened_at).toBeNull()
})
