import { afterEach, beforeEach, expect, test } from 'vitest'
import { faults } from '../testing/crowd.ts'
import { addAccount, type House, house } from '../testing/house.ts'
import { memberOf } from '../testing/places.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

type Policies = NonNullable<Parameters<ReturnType<House['as']>['organizations']['update']>[0]['policies']>
const owner = () => home.as('owner')
const set = (policies: Policies, part: 'owner' | 'admin' = 'owner') =>
  home.as(part).organizations.update({ organization: 'acme', policies })
const get = async () => (await owner().organizations.get({ organization: 'acme' })).policies
const trail = async () =>
  (await owner().audit.list({ organization: 'acme' })).items
    .filter(({ action }) => action === 'organization.updated')
    .map(({ facts }) => facts)
const invite = async (recipients: string[], more = {}) => {
  const outcomes = await owner().invitations.send({ organization: 'acme', recipients, ...more })
  return outcomes.map((one) => (one.ok ? 'sent' : one.refusal.code))
}

test('every policy can be changed by itself, and the trail tells each with before and after', async () => {
  await set({ seats: 50, reminders: false })
  await set({ allowedDomains: ['@ACME.test', 'acme.test'], joinRequests: true, historyDays: 90 })
  expect(await get()).toMatchObject({
    seats: 50,
    reminders: false,
    allowedDomains: ['acme.test'],
    joinRequests: true,
    historyDays: 90,
    auditDays: null,
  })
  expect(await trail()).toEqual([
    { field: 'historyDays', before: null, after: 90 },
    { field: 'joinRequests', before: false, after: true },
    { field: 'allowedDomains', before: [], after: ['acme.test'] },
    { field: 'reminders', before: true, after: false },
    { field: 'seats', before: null, after: 50 },
  ])
  await set({ seats: 50, allowedDomains: ['acme.test'] })
  expect(await trail()).toHaveLength(5)
  expect(await faults(home)).toEqual([])
})

test('D2 an admin changes policies, but not who manages members nor how long the trail is kept', async () => {
  await set({ requireReason: true }, 'admin')
  await expect(set({ managedBy: 'owners' }, 'admin')).rejects.toThrow('Your role does not allow this')
  await expect(set({ auditDays: 30 }, 'admin')).rejects.toThrow('Your role does not allow this')
  await set({ auditDays: 30 })
  await set({ seats: 10 }, 'admin')
  expect(await get()).toMatchObject({ auditDays: 30, seats: 10 })
})

test('D33 addresses outside the allowed domains and at blocked ones are refused, with the domain', async () => {
  await set({ allowedDomains: ['acme.test', 'partner.test'], blockedDomains: ['mail.partner.test'] })
  expect(await invite(['a@acme.test', 'b@partner.test', 'c@mail.partner.test', 'd@elsewhere.test'])).toEqual([
    'sent',
    'sent',
    'domain-blocked',
    'domain-blocked',
  ])
})

test('T7 people are invited without a cap, unless the organization has one, which counts open invitations', async () => {
  const many = Array.from({ length: 120 }, (_, index) => `p${index}@elsewhere.test`)
  expect(new Set(await invite(many))).toEqual(new Set(['sent']))
  await set({ seats: 127 })
  expect((await owner().organizations.policyFacts({ organization: 'acme' })).seats).toEqual({
    members: 5,
    invitations: 120,
  })
  expect(await invite(['x@elsewhere.test', 'y@elsewhere.test', 'z@elsewhere.test'])).toEqual([
    'sent',
    'sent',
    'seat-limit',
  ])
})

test('O15 D24 an invitation that names no role gives one that decides about nobody', async () => {
  await invite(['a@elsewhere.test'])
  const [item] = (await owner().invitations.list({ organization: 'acme' })).items
  const roles = await owner().roles.list({ organization: 'acme' })
  expect(roles.find((role) => role.id === item?.role.id)).toMatchObject({ key: 'member', elevated: false })
})

test('D20 D24 an invitation lasts as long as the organization says, and gives its default role', async () => {
  await set({ expiryDays: { default: 3, max: 10, never: false }, defaultRole: 'viewer' })
  await invite(['a@elsewhere.test'])
  const { items } = await owner().invitations.list({ organization: 'acme' })
  expect(items[0]).toMatchObject({ role: { key: 'viewer' }, expiresAt: home.now() + 3 * 86_400_000 })
  await expect(invite(['b@elsewhere.test'], { expiryDays: 11 })).rejects.toThrow('between 1 and 10 days')
  await expect(invite(['b@elsewhere.test'], { expiryDays: null })).rejects.toThrow('between 1 and 10 days')
})

test('D24 invitations put people into the default projects where the organization says so and nobody else does', async () => {
  const added = async () =>
    (await home.deps.reader.selectFrom('invitation').select('default_projects').orderBy('id').execute()).map(
      (row) => row.default_projects,
    )
  await invite(['a@elsewhere.test'])
  await set({ addToDefaultProjects: true })
  await invite(['b@elsewhere.test'])
  await invite(['c@elsewhere.test'], { defaultProjects: false })
  expect(await added()).toEqual([0, 1, 0])
})

test('I4 whoever belongs elsewhere is refused with the reason, and the page tells how many there are already', async () => {
  expect(await owner().organizations.policyFacts({ organization: 'acme' })).toMatchObject({ elsewhere: 0 })
  await home.as('member').organizations.create({ name: 'Side', slug: 'side' })
  expect(await owner().organizations.policyFacts({ organization: 'acme' })).toMatchObject({ elsewhere: 1 })
  await set({ oneOrganizationPerAccount: true })
  const outcomes = await owner().invitations.send({
    organization: 'acme',
    recipients: [home.people.outsider.email],
  })
  expect(outcomes).toMatchObject([
    {
      ok: false,
      refusal: {
        code: 'other-organization',
        message: 'This person belongs to another organization, and an account may belong to one only.',
      },
    },
  ])
})

test('I4 members of an organization that shares them with no other cannot accept elsewhere either', async () => {
  await set({ oneOrganizationPerAccount: true })
  const [sent] = await home
    .as('outsider')
    .invitations.send({ organization: 'globex', recipients: [home.people.member.email] })
  if (!sent?.ok) throw new Error('nothing was sent')
  const accept = () => home.as('member').invitations.accept({ invitation: sent.result.invitation })
  await expect(accept()).rejects.toThrow('an account may belong to one only')
  await set({ oneOrganizationPerAccount: false })
  await accept()
})

test('what an organization says beside its policies keeps private projects and people from who may not see them', async () => {
  await owner().projects.create({ organization: 'acme', name: 'Secret' })
  expect(await home.as('auditor').organizations.policyFacts({ organization: 'acme' })).toMatchObject({
    elsewhere: null,
    defaultProjects: null,
  })
})

test('roles that decide about others take a reason where the organization asks for one, on every path', async () => {
  await set({ requireReason: true })
  const { admin, member } = home.roles
  const change = (role: typeof admin, reason?: string) =>
    owner().members.changeRoles({
      organization: 'acme',
      members: [memberOf(home, 'viewer')],
      role,
      ...(reason !== undefined && { reason }),
    })
  const refused = {
    ok: false,
    refusal: {
      code: 'reason-required',
      message: 'Say why: the organization asks for a reason when Admin is given.',
    },
  }
  expect(await change(admin)).toMatchObject([refused])
  expect(await change(admin, ' ')).toMatchObject([refused])
  expect(await change(member)).toMatchObject([{ ok: true }])
  expect(await change(admin, 'Covers for Grace')).toMatchObject([{ ok: true }])
  const transfer = (reason?: string) =>
    owner().members.transferOwnership({
      organization: 'acme',
      member: memberOf(home, 'member'),
      keep: 'owner',
      ...(reason !== undefined && { reason }),
    })
  await expect(transfer()).rejects.toThrow('a reason when Owner is given')
  await transfer('Ada retires')
  await expect(invite(['a@elsewhere.test'], { role: admin })).rejects.toThrow('a reason when Admin is given')
  await invite(['a@elsewhere.test'], { role: admin, reason: 'New head of IT' })
  await invite(['b@elsewhere.test'])
  await home.deps.writer.run((tx) =>
    tx.updateTable('message').set({ state: 'handed-over', settled_at: 1, next_attempt_at: null }).execute(),
  )
  const { items } = await owner().invitations.list({ organization: 'acme', search: 'b@elsewhere' })
  const invitation = items[0]?.id
  if (!invitation) throw new Error('nobody was invited')
  await expect(owner().invitations.edit({ organization: 'acme', invitation, role: admin })).rejects.toThrow(
    'a reason when Admin is given',
  )
})

test('I2 owners say what the organization offers, members see it, and the trail keeps how many there are', async () => {
  const offer = [{ name: 'Design tool', text: 'A seat for all.', link: 'https://design.acme.test' }]
  await expect(
    home.as('admin').organizations.setEntitlements({ organization: 'acme', entitlements: offer }),
  ).rejects.toThrow('Your role does not allow this')
  await owner().organizations.setEntitlements({ organization: 'acme', entitlements: offer })
  expect(await home.as('member').organizations.entitlements({ organization: 'acme' })).toEqual(offer)
  expect(await trail()).toEqual([{ field: 'entitlements', before: 0, after: 1 }])
  await owner().organizations.setEntitlements({ organization: 'acme', entitlements: offer })
  expect(await trail()).toHaveLength(1)
  const joined = await addAccount(home.deps, 'eve', home.now())
  await expect(home.asUser(joined.id).organizations.entitlements({ organization: 'acme' })).rejects.toThrow(
    'nothing here',
  )
})
