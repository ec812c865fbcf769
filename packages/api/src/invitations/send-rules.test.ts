import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, invite, policies, row } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const send = (recipients: string[], more: object = {}, as: 'owner' | 'admin' = 'owner') =>
  home.as(as).invitations.send({ organization: 'acme', recipients, ...more })

const codes = (outcomes: Awaited<ReturnType<typeof send>>) =>
  outcomes.map((one) => (one.ok ? one.result.outcome : one.refusal.code))

test('C13 D40 I13 without a role it is the lowest usual one; the policy may say another', async () => {
  await policies(home, { defaultRole: 'viewer' })
  const id = await invite(home, 'eve@acme.test')
  const { items } = await home.as('owner').invitations.list({ organization: 'acme' })
  expect(items).toMatchObject([{ id, role: { key: 'viewer' } }])
})

test('D29 A10 A13 nobody invites above themself, and the call changes nothing', async () => {
  const before = await contents(home.deps)
  const refusal = await refused(send(['eve@acme.test', 'bob@acme.test'], { role: home.roles.owner }, 'admin'))
  expect(refusal.code).toBe('beyond-your-own')
  expect(await contents(home.deps)).toBe(before)
  expect(codes(await send(['eve@acme.test'], { role: home.roles.owner }))).toEqual(['sent'])
})

test('A10 an admin does not supersede the invitation of an owner-to-be', async () => {
  const id = await invite(home, 'eve@acme.test', { role: home.roles.owner })
  const before = await contents(home.deps)
  expect(codes(await send(['eve@acme.test'], {}, 'admin'))).toEqual(['beyond-your-own'])
  expect(await contents(home.deps)).toBe(before)
  expect((await row(home, id)).state).toBe('pending')
})

test('A21 A31 a role of another organization, of projects or of no kind is not one', async () => {
  const { reader } = home.database
  const foreign = await reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.globex)
    .where('key', '=', 'viewer')
    .where('level', '=', 'organization')
    .executeTakeFirstOrThrow()
  const atProjects = await reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('level', '=', 'project')
    .where('key', '=', 'viewer')
    .executeTakeFirstOrThrow()
  const before = await contents(home.deps)
  expect((await refused(send(['eve@acme.test'], { role: foreign.id }))).code).toBe('not-found')
  expect((await refused(send(['eve@acme.test'], { role: atProjects.id }))).code).toBe('role-level-mismatch')
  for (const role of ['Member', 'member', 'rol_', '__proto__', null, ['x']]) {
    expect(['not-found', 'invalid-input']).toContain((await refused(send(['eve@acme.test'], { role }))).code)
  }
  expect(await contents(home.deps)).toBe(before)
})

test('T3 who may not invite is refused before anything happens', async () => {
  const before = await contents(home.deps)
  for (const part of ['member', 'viewer', 'auditor'] as const) {
    const call = home.as(part).invitations.send({ organization: 'acme', recipients: ['eve@acme.test'] })
    expect((await refused(call)).code).toBe('not-permitted')
  }
  for (const part of ['outsider', 'removed'] as const) {
    const call = home.as(part).invitations.send({ organization: 'acme', recipients: ['eve@acme.test'] })
    expect((await refused(call)).code).toBe('not-found')
  }
  expect(await contents(home.deps)).toBe(before)
})

test('D33 blocked domains, and all but the allowed ones, are refused; a username does not tell its domain', async () => {
  await account(home, 'eve')
  await policies(home, { blockedDomains: ['acme.test'], allowedDomains: ['good.test', 'acme.test'] })
  const outcomes = await send(['x@good.test', 'x@acme.test', 'x@sub.acme.test', 'x@other.test', 'the-eve'])
  expect(codes(outcomes)).toEqual(['sent', ...Array(4).fill('domain-blocked')])
  expect(JSON.stringify(outcomes.at(-1))).not.toContain('acme')
})

test('I3 T7 without a policy there is no limit; with one, open invitations count as seats', async () => {
  await policies(home, { seats: 7 })
  const outcomes = await send(['a@x.test', 'b@x.test', 'c@x.test'])
  expect(codes(outcomes)).toEqual(['sent', 'sent', 'seat-limit'])
  expect(codes(await send(['a@x.test']))).toEqual(['resent'])
})

test('I4 with one organization per account, a person who belongs elsewhere is refused with the reason', async () => {
  expect(codes(await send(['outsider@acme.test']))).toEqual(['sent'])
  await policies(home, { oneOrganizationPerAccount: true })
  const [outcome] = await send(['the-outsider'])
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'other-organization' } })
  expect(outcome?.ok === false && outcome.refusal.message).toContain('belongs to another organization')
})

test('D20 D24 D38 expiry: the presets, never where allowed, and nothing out of range', async () => {
  for (const days of [7, 14, 30]) {
    const id = await invite(home, `d${days}@x.test`, { expiryDays: days })
    expect((await row(home, id)).expires_at).toBe(home.now() + days * DAY)
  }
  const id = await invite(home, 'never@x.test', { expiryDays: null })
  expect((await row(home, id)).expires_at).toBeNull()
  await policies(home, { expiryDays: { default: 7, min: 2, max: 10, never: false } })
  const before = await contents(home.deps)
  for (const expiryDays of [null, 0, 1, 11, -7]) {
    expect((await refused(send(['x@x.test'], { expiryDays }))).code).toBe('expiry-out-of-range')
  }
  expect((await refused(send(['x@x.test'], { expiryDays: 2.5 }))).code).toBe('invalid-input')
  expect(await contents(home.deps)).toBe(before)
})
