import type { MemberId, RoleId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../testing/digest.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'

const acme = { organization: 'acme' }

let home: House
let theirs: { readonly member: MemberId; readonly role: RoleId }
beforeEach(async () => {
  home = await house()
  const member = await home.deps.reader
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', home.globex)
    .executeTakeFirstOrThrow()
  const role = await home.deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.globex)
    .where('key', '=', 'viewer')
    .where('level', '=', 'organization')
    .executeTakeFirstOrThrow()
  theirs = { member: member.id, role: role.id }
})
afterEach(() => home.close())

test('A31 A34 ids of another organization are nothing that exists, whatever is done with them', async () => {
  const owner = home.as('owner').members
  const own = home.people.viewer.member
  if (!own) throw new Error('the viewer is a member')
  const before = await digestOf(home)
  const calls = [
    owner.get({ ...acme, member: theirs.member }),
    owner.update({ ...acme, member: theirs.member, title: 'Boss' }),
    owner.transferOwnership({ ...acme, member: theirs.member, keep: 'owner' }),
    owner.sendPasswordReset({ ...acme, member: theirs.member }),
    owner.changeRoles({ ...acme, members: [own], role: theirs.role }),
    owner.list({ organization: 'globex' }),
    owner.list({ organization: home.globex }),
    owner.changeRoles({ organization: 'globex', members: [theirs.member], role: theirs.role }),
    owner.remove({ organization: 'globex', members: [theirs.member] }),
  ]
  const refusals = await Promise.all(calls.map(refused))
  expect(refusals.map((refusal) => refusal.code)).toEqual(calls.map(() => 'not-found'))
  expect(
    await owner.changeRoles({ ...acme, members: [theirs.member], role: home.roles.viewer }),
  ).toMatchObject([{ ok: false, refusal: { code: 'not-found' } }])
  expect(await owner.remove({ ...acme, members: [theirs.member] })).toMatchObject([
    { ok: false, refusal: { code: 'not-found' } },
  ])
  expect(await owner.removalPreview({ ...acme, members: [theirs.member] })).toEqual([])
  expect(await owner.list({ ...acme, role: theirs.role })).toMatchObject({ items: [], total: 0 })
  expect(await digestOf(home)).toEqual(before)
})

test('A32 one call with ids of two organizations does only what is its own', async () => {
  const own = home.people.viewer.member
  if (!own) throw new Error('the viewer is a member')
  const outcomes = await home.as('owner').members.remove({ ...acme, members: [theirs.member, own] })
  expect(outcomes.map((one) => one.ok)).toEqual([false, true])
  expect(await home.as('outsider').members.list({ organization: 'globex' })).toMatchObject({ total: 1 })
})

test('A33 A36 search and filters see one organization only', async () => {
  for (const search of ['outsider', 'the', 'o', 'acme.test']) {
    const found = await home.as('owner').members.list({ ...acme, search })
    expect(found.items.some((one) => one.name === 'The outsider')).toBe(false)
  }
  expect(await home.as('outsider').members.list({ organization: 'globex', search: 'the' })).toMatchObject({
    items: [{ name: 'The outsider' }],
    total: 1,
  })
})

test('bad ids and pages are refused by field', async () => {
  const owner = home.as('owner').members
  const members = ['mem_x', '', 'usr_00000000000000000000000000', `mem_${'0'.repeat(10_000)}`]
  for (const member of members) {
    const code = (await refused(owner.get({ ...acme, member }))).code
    expect(['not-found', 'invalid-input'], member.slice(0, 40)).toContain(code)
  }
  for (const pageSize of [0, -1, 1.5, Number.NaN, 1e9]) {
    expect((await refused(owner.list({ ...acme, pageSize }))).code).toBe('invalid-input')
  }
  expect((await refused(owner.list({ ...acme, search: '%'.repeat(60_000) }))).code).toBe('invalid-input')
  expect((await refused(owner.list({ ...acme, inactiveDays: 0 }))).code).toBe('invalid-input')
  expect((await refused(owner.remove({ ...acme, members: [] }))).code).toBe('invalid-input')
})
