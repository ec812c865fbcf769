import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'

const DAY = 24 * 60 * 60 * 1_000
let home: House
beforeEach(async () => {
  home = await house()
  home.advance(2 * DAY)
  await home
    .as('owner')
    .members.changeRoles({ organization: 'acme', members: [viewer()], role: home.roles.member })
  home.advance(-DAY)
})
afterEach(() => home.close())

const viewer = () => {
  const { member } = home.people.viewer
  if (!member) throw new Error('the viewer is a member')
  return member
}
const open = () =>
  home.deps.reader
    .selectFrom('assignment')
    .select(['id', 'since', 'until'])
    .where('member_id', '=', viewer())
    .where('until', 'is', null)
    .execute()

test('F10 A22 a clock set back behind a change of role keeps nobody from removing the member', async () => {
  const done = await home.as('owner').members.remove({ organization: 'acme', members: [viewer()] })
  expect(done).toMatchObject([{ ok: true }])
  expect(await open()).toEqual([])
})

test('F10 and nobody from changing the role once more', async () => {
  const change = { organization: 'acme', members: [viewer()], role: home.roles.viewer }
  expect(await home.as('owner').members.changeRoles(change)).toMatchObject([{ ok: true }])
  expect(await open()).toHaveLength(1)
})

test('F10 and nobody from ending the organization', async () => {
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect(await open()).toEqual([])
})
