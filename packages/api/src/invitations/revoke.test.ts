import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { account, invite, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

const codes = (outcomes: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : one.refusal.code))

test('T25 T26 C15 D16 D17 the invitation closes, its terms end and the total follows', async () => {
  const id = await invite(home, 'eve@x.test')
  expect(await as('admin').revoke({ ...acme, invitations: [id] })).toEqual([
    { ok: true, result: { invitation: id, change: expect.stringMatching(/^chg_/) } },
  ])
  expect(await row(home, id)).toMatchObject({ state: 'revoked', closed_by: home.people.admin.id })
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.revoked',
    actor: { id: home.people.admin.id },
    target: { id },
  })
  const { totals } = await home.as('owner').organizations.get(acme)
  expect(totals.invitations).toBe(0)
})

test('an expired one too, a closed one not, one twice only once', async () => {
  const id = await invite(home, 'eve@x.test')
  home.advance(8 * DAY)
  const outcomes = await as().revoke({ ...acme, invitations: [id, id] })
  expect(codes(outcomes)).toEqual(['ok', 'invitation-not-open'])
  const before = await contents(home.deps)
  expect(codes(await as().revoke({ ...acme, invitations: [id] }))).toEqual(['invitation-not-open'])
  expect(await contents(home.deps)).toBe(before)
})

test('the invitee’s own pages hear of it', async () => {
  const eve = await account(home, 'eve')
  const id = await invite(home, eve.email)
  const heard: unknown[] = []
  home.deps.changes.subscribe((change) => heard.push(change))
  await as().revoke({ ...acme, invitations: [id] })
  expect(heard).toEqual([{ slice: 'invitations', organization: home.acme, people: [eve.id] }])
})

test('F10 it can be taken back also after the clock was set back', async () => {
  home.advance(2 * DAY)
  const id = await invite(home, 'eve@x.test')
  home.advance(-DAY)
  expect(codes(await as().revoke({ ...acme, invitations: [id] }))).toEqual(['ok'])
})
