import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { delivered, invite, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

test('D22 the old terms end, the new ones begin, link and end stay', async () => {
  const id = await invite(home, 'eve@x.test')
  await delivered(home, id)
  const before = await row(home, id)
  home.advance(1_000)
  const edited = await as('admin').edit({ ...acme, invitation: id, role: home.roles.viewer })
  expect(edited).toEqual({ role: { id: home.roles.viewer, key: 'viewer', name: 'Viewer' } })
  expect(await row(home, id)).toEqual(before)
  const terms = await home.database.reader
    .selectFrom('assignment')
    .select(['role_id', 'until', 'given_by'])
    .where('invitation_id', '=', id)
    .orderBy('id')
    .execute()
  expect(terms).toEqual([
    { role_id: home.roles.member, until: home.now(), given_by: home.people.owner.id },
    { role_id: home.roles.viewer, until: null, given_by: home.people.admin.id },
  ])
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.edited',
    facts: { from: home.roles.member, to: home.roles.viewer },
  })
})

test('the same role again changes nothing', async () => {
  const id = await invite(home, 'eve@x.test')
  await delivered(home, id)
  const before = await contents(home.deps)
  await as().edit({ ...acme, invitation: id, role: home.roles.member })
  expect(await contents(home.deps)).toBe(before)
})

test('D17 D18 D19 only active ones and those whose mail came back', async () => {
  const id = await invite(home, 'eve@x.test')
  const edit = () => as().edit({ ...acme, invitation: id, role: home.roles.viewer })
  expect(await refused(edit())).toMatchObject({ facts: { status: 'pending' } })
  await delivered(home, id)
  home.advance(7 * DAY)
  expect(await refused(edit())).toMatchObject({ code: 'invitation-not-open', facts: { status: 'expired' } })
  await as().resend({ ...acme, invitations: [id] })
  await delivered(home, id, 'failed')
  await edit()
})

test('A10 nobody edits their way up, nor takes away what is above them', async () => {
  const low = await invite(home, 'eve@x.test', { as: 'admin' })
  const high = await invite(home, 'bob@x.test', { role: home.roles.owner })
  await delivered(home, low)
  await delivered(home, high)
  const before = await contents(home.deps)
  const up = as('admin').edit({ ...acme, invitation: low, role: home.roles.owner })
  const down = as('admin').edit({ ...acme, invitation: high, role: home.roles.viewer })
  for (const call of [up, down]) expect((await refused(call)).code).toBe('beyond-your-own')
  expect(await contents(home.deps)).toBe(before)
})
