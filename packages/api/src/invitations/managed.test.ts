import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { delivered, invite, policies, row } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

const codes = (outcomes: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : one.refusal.code))

const everyAct = (part: Part, id: string, organization = 'acme') => {
  const { viewer } = home.roles
  const calls = as(part)
  return [
    () => calls.resend({ organization, invitations: [id] }),
    () => calls.revoke({ organization, invitations: [id] }),
    () => calls.remove({ organization, invitations: [id] }),
    () => calls.extend({ organization, invitation: id, days: 1 }),
    () => calls.edit({ organization, invitation: id, role: viewer }),
    () => calls.copyLink({ organization, invitation: id }),
  ]
}

/** The code an act ends in, whether it refuses the call or the item. */
const verdict = async (act: () => Promise<unknown>): Promise<string> => {
  const outcome = await act().catch(async (error: unknown) => (await refused(Promise.reject(error))).code)
  if (typeof outcome === 'string') return outcome
  const [item] = Array.isArray(outcome) ? outcome : []
  return item?.ok === false ? item.refusal.code : 'ok'
}

test('A10 an admin touches no invitation that gives more than an admin holds', async () => {
  const id = await invite(home, 'eve@x.test', { role: home.roles.owner })
  await delivered(home, id)
  const before = await contents(home.deps)
  for (const act of everyAct('admin', id)) expect(await verdict(act)).toBe('beyond-your-own')
  home.advance(8 * DAY)
  for (const act of everyAct('admin', id)) expect(await verdict(act)).toBe('beyond-your-own')
  expect(await contents(home.deps)).toBe(before)
})

test('A31 A32 A34 an invitation of another organization is not there, alone or among own ones', async () => {
  const [foreign] = await as('outsider').send({ organization: 'globex', recipients: ['eve@x.test'] })
  if (!foreign?.ok) throw new Error('not sent')
  const id = foreign.result.invitation
  const before = await contents(home.deps)
  for (const act of everyAct('owner', id)) expect(await verdict(act)).toBe('not-found')
  for (const act of everyAct('owner', id, 'globex')) expect(await verdict(act)).toBe('not-found')
  for (const act of everyAct('owner', 'inv_00000000000000000000000000'))
    expect(await verdict(act)).toBe('not-found')
  expect(await contents(home.deps)).toBe(before)
  const own = await invite(home, 'bob@x.test')
  const outcomes = await as().revoke({ ...acme, invitations: [own, id] })
  expect(codes(outcomes)).toEqual(['ok', 'not-found'])
  expect((await row(home, id)).state).toBe('pending')
})

test('T3 D2 whoever does not manage invitations is refused; so are admins under the policy owners only', async () => {
  const id = await invite(home, 'eve@x.test')
  const before = await contents(home.deps)
  for (const part of ['member', 'viewer', 'auditor'] as const) {
    for (const act of everyAct(part, id)) expect(await verdict(act)).toBe('not-permitted')
  }
  expect(await contents(home.deps)).toBe(before)
  await policies(home, { managedBy: 'owners' })
  for (const act of everyAct('admin', id)) expect(await verdict(act)).toBe('not-permitted')
})
