import { DEFAULT_POLICIES } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../testing/digest.ts'
import { addAccount, type House, house } from '../testing/house.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const trail = async (organization = 'acme') =>
  (await home.as('owner').audit.list({ organization })).items.map(({ action, facts }) => ({ action, facts }))

test('T28 whoever creates an organization is its first owner, and the trail begins with it', async () => {
  const created = await home.as('member').organizations.create({ name: '  Initech ', slug: 'Initech' })
  expect(created).toEqual({ slug: 'initech' })
  const seen = await home.as('member').organizations.get({ organization: 'initech' })
  expect(seen).toMatchObject({
    name: 'Initech',
    role: { key: 'owner' },
    totals: { members: 1, invitations: 0 },
    policies: DEFAULT_POLICIES,
  })
  const { items } = await home.as('member').audit.list({ organization: 'initech' })
  expect(items.map(({ sequence, action, facts }) => ({ sequence, action, facts }))).toMatchObject([
    { sequence: 2, action: 'member.joined', facts: { source: 'creation' } },
    { sequence: 1, action: 'organization.created', facts: { name: 'Initech', slug: 'initech' } },
  ])
})

test('a slug is given once, also when its organization has ended or calls itself otherwise now', async () => {
  const refused = 'This short name is taken. Choose another one.'
  await expect(home.as('member').organizations.create({ name: 'A', slug: 'acme' })).rejects.toThrow(refused)

  await home.as('owner').organizations.update({ organization: 'acme', slug: 'acme-two' })
  await expect(home.as('member').organizations.create({ name: 'A', slug: 'acme' })).rejects.toThrow(refused)
  await expect(
    home.as('outsider').organizations.update({ organization: 'globex', slug: 'acme' }),
  ).rejects.toThrow(refused)

  await home.as('owner').organizations.delete({ organization: 'acme-two', confirm: 'acme-two' })
  for (const slug of ['acme', 'acme-two']) {
    await expect(home.as('member').organizations.create({ name: 'A', slug })).rejects.toThrow(refused)
  }
})

test('A37 links from before a new short name lead to the same organization, and to nobody else', async () => {
  await home.as('owner').organizations.update({ organization: 'acme', slug: 'acme-two' })
  expect((await home.as('member').organizations.get({ organization: 'acme' })).slug).toBe('acme-two')
  await expect(home.as('outsider').organizations.get({ organization: 'acme' })).rejects.toThrow(
    'nothing here',
  )
  await home.as('owner').organizations.update({ organization: 'acme', slug: 'acme' })
  expect((await home.as('member').organizations.get({ organization: 'acme-two' })).slug).toBe('acme')
})

test('an instance decides who creates organizations', async () => {
  const create = async (createOrganizations: 'owners' | 'nobody', part: 'owner' | 'member') => {
    const closed = await house({ createOrganizations })
    try {
      return await closed
        .as(part)
        .organizations.create({ name: 'New', slug: 'brand-new' })
        .catch((error: Error) => error.message)
    } finally {
      await closed.close()
    }
  }
  const refused = 'Creating organizations is not open to you here. Ask the operator.'
  expect(await create('nobody', 'owner')).toBe(refused)
  expect(await create('owners', 'member')).toBe(refused)
  expect(await create('owners', 'owner')).toEqual({ slug: 'brand-new' })
})

test('I4 whoever is in an organization that shares its people with no other creates none', async () => {
  const policies = JSON.stringify({ ...DEFAULT_POLICIES, oneOrganizationPerAccount: true })
  await home.deps.writer.run((tx) =>
    tx.updateTable('organization').set({ policies }).where('id', '=', home.acme).execute(),
  )
  await expect(home.as('member').organizations.create({ name: 'N', slug: 'nnn' })).rejects.toThrow(
    'belongs to another organization',
  )
  expect(await home.as('removed').organizations.create({ name: 'N', slug: 'nnn' })).toEqual({ slug: 'nnn' })
})

test('D30 each thing that changed is an entry of its own with before and after', async () => {
  const changed = await home.as('admin').organizations.update({
    organization: 'acme',
    name: 'Acme Limited',
    slug: 'acme-limited',
    policies: { expiryDays: { default: 14, never: false } },
  })
  expect(changed).toEqual({ slug: 'acme-limited' })
  const expected = [
    { field: 'expiryDays.never', before: true, after: false },
    { field: 'expiryDays.default', before: 7, after: 14 },
    { field: 'slug', before: 'acme', after: 'acme-limited' },
    { field: 'name', before: 'Acme', after: 'Acme Limited' },
  ]
  expect(await trail('acme-limited')).toEqual(
    expected.map((facts) => ({ action: 'organization.updated', facts })),
  )
  const seen = await home.as('member').organizations.get({ organization: 'acme-limited' })
  expect(seen).toMatchObject({ name: 'Acme Limited' })
  expect(seen.policies).toEqual({
    ...DEFAULT_POLICIES,
    expiryDays: { ...DEFAULT_POLICIES.expiryDays, default: 14, never: false },
  })
})

test('what is as it was is no entry', async () => {
  await home.as('admin').organizations.update({ organization: 'acme', name: 'Acme', policies: {} })
  expect(await trail()).toEqual([])
})

test('policies that make no sense together are refused with the field, and nothing changes', async () => {
  const before = await digestOf(home)
  const update = home.as('owner').organizations.update
  await expect(
    update({ organization: 'acme', policies: { expiryDays: { min: 30, max: 10 } } }),
  ).rejects.toThrow('Check expiryDays')
  await expect(
    update({ organization: 'acme', name: 'New', policies: { expiryDays: { default: 0 } } }),
  ).rejects.toThrow('Check expiryDays')
  await expect(update({ organization: 'acme', slug: 'settings' })).rejects.toThrow(
    'Choose another short name',
  )
  await expect(update({ organization: 'acme', name: ' ' })).rejects.toThrow('Choose another name')
  expect(await digestOf(home)).toEqual(before)
})

test('D2 A15 who manages members is for owners to say: admins cannot take it back', async () => {
  const set = (part: 'owner' | 'admin', managedBy: 'admins' | 'owners') =>
    home.as(part).organizations.update({ organization: 'acme', policies: { managedBy } })
  await expect(set('admin', 'owners')).rejects.toThrow('Your role does not allow this')
  await set('owner', 'owners')
  await expect(set('admin', 'admins')).rejects.toThrow('Your role does not allow this')
  expect((await home.as('admin').organizations.get({ organization: 'acme' })).permissions).not.toContain(
    'members.read',
  )
  await home.as('admin').organizations.update({ organization: 'acme', name: 'Still mine to name' })
  await set('owner', 'admins')
  expect((await trail()).map((entry) => entry.facts)).toContainEqual({
    field: 'managedBy',
    before: 'admins',
    after: 'owners',
  })
})

test('deleting needs the slug typed, and the owner role', async () => {
  const before = await digestOf(home)
  const asked = home.as('owner').organizations.delete({ organization: 'acme', confirm: 'Acme' })
  await expect(asked).rejects.toThrow('Check confirm: type acme to delete the organization.')
  await expect(
    home.as('admin').organizations.delete({ organization: 'acme', confirm: 'acme' }),
  ).rejects.toThrow('Your role does not allow this')
  expect(await digestOf(home)).toEqual(before)
})

test('A22 with the organization everything that gave access to it ends, and its history stays', async () => {
  const { acme, deps, people } = home
  await home.as('owner').invitations.send({
    organization: 'acme',
    recipients: ['eve@example.test', 'mallory@example.test'],
  })
  home.advance(1_000)
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })

  for (const part of ['owner', 'admin', 'member'] as const) {
    await expect(home.as(part).organizations.get({ organization: 'acme' })).rejects.toThrow('nothing here')
  }
  const members = await deps.reader
    .selectFrom('member')
    .select(['until', 'ended_by'])
    .where('organization_id', '=', acme)
    .where('user_id', '<>', people.removed.id)
    .execute()
  expect(members).toHaveLength(5)
  expect(members.every((row) => row.until === home.now() && row.ended_by === people.owner.id)).toBe(true)
  for (const table of ['assignment', 'group_member', 'project', 'group'] as const) {
    const rows = await deps.reader
      .selectFrom(table)
      .select('until')
      .where('organization_id', '=', acme)
      .execute()
    expect(rows.filter((row) => row.until === null)).toEqual([])
  }
  const invitations = await deps.reader
    .selectFrom('invitation')
    .select(['state', 'closed_by'])
    .where('organization_id', '=', acme)
    .execute()
  expect(invitations).toEqual([
    { state: 'revoked', closed_by: people.owner.id },
    { state: 'revoked', closed_by: people.owner.id },
  ])
  const totals = await deps.reader
    .selectFrom('organization_total')
    .select(['members', 'invitations'])
    .where('organization_id', '=', acme)
    .executeTakeFirst()
  expect(totals).toEqual({ members: 0, invitations: 0 })
  const last = await deps.reader
    .selectFrom('audit_entry')
    .select(['action', 'entry'])
    .where('chain', '=', acme)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(last.action).toBe('organization.deleted')
  expect(JSON.parse(last.entry)).toMatchObject({
    facts: { name: 'Acme', slug: 'acme', members: 5, invitations: 2 },
  })
})

test('one organization that ends takes nothing of another', async () => {
  const { deps, globex } = home
  const other = await addAccount(deps, 'bystander', home.now())
  await home.asUser(other.id).organizations.create({ name: 'Initech', slug: 'initech' })
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect((await home.as('outsider').organizations.get({ organization: globex })).totals.members).toBe(1)
  expect((await home.asUser(other.id).organizations.get({ organization: 'initech' })).role.key).toBe('owner')
})
