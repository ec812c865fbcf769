import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house, type Part } from '../testing/house.ts'
import { invite, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

const codes = (outcomes: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : one.refusal.code))

test('D23 expired ones leave the list and stay in the audit trail; others are refused', async () => {
  const id = await invite(home, 'eve@x.test')
  expect(codes(await as().remove({ ...acme, invitations: [id] }))).toEqual(['invitation-not-open'])
  home.advance(7 * DAY)
  expect(codes(await as().remove({ ...acme, invitations: [id] }))).toEqual(['ok'])
  expect((await row(home, id)).state).toBe('deleted')
  expect((await as().list({ ...acme, status: 'all' })).items).toEqual([])
  const actions = (await trail(home, home.acme)).filter((entry) => entry.target?.id === id)
  expect(actions.map((entry) => entry.action)).toEqual(['invitation.sent', 'invitation.deleted'])
})
