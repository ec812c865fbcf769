import { DAY, type DomainId, isId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compose } from '../outbox/compose.ts'
import { faults } from '../testing/crowd.ts'
import { digestOf } from '../testing/digest.ts'
import { addAccount, type House, house } from '../testing/house.ts'
import { addProject, projectRole } from '../testing/places.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const owner = () => home.as('owner')
const add = async (name = 'acme.test'): Promise<DomainId> => {
  const { domain } = await owner().domains.add({ organization: 'acme', name })
  return domain
}
const secretOf = (domain: DomainId, generation = 1) =>
  home.deps.links.secret('domain-proof', domain, generation)
const prove = (domain: DomainId, generation = 1) =>
  home.as('anonymous').domains.verify({ domain, secret: secretOf(domain, generation) })
const listed = async () => (await owner().domains.list({ organization: 'acme' }))[0]

/** The letter that waits in the outbox for this domain. */
async function letter(domain: DomainId) {
  const message = await home.deps.reader
    .selectFrom('message')
    .selectAll()
    .where('reference_id', '=', domain)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const composed = await compose(home.deps, message, home.now())
  if (!composed || 'unwanted' in composed) throw new Error('there is no letter')
  return composed
}

/** acme.test is proven, and lets people in as viewers. */
async function open(role = home.roles.viewer): Promise<DomainId> {
  const domain = await add()
  await prove(domain)
  await owner().domains.update({ organization: 'acme', domain, autoJoin: role })
  return domain
}

test('D33 O16 a domain is proven by a link that only its postmaster gets', async () => {
  const domain = await add('@ACME.test')
  expect(await listed()).toMatchObject({
    name: 'acme.test',
    status: 'waiting',
    delivery: { state: 'queued' },
    autoJoin: null,
    addedBy: { user: home.people.owner.id },
  })
  const { to, rendered } = await letter(domain)
  expect(to).toBe('postmaster@acme.test')
  const [, id = '', secret = ''] = /verify-domain\/(dom_[0-9a-z]+)#(\S+)/.exec(rendered.text) ?? []
  expect(id).toBe(domain)
  const anybody = home.as('anonymous')
  const before = await digestOf(home)
  expect(await anybody.domains.view({ domain: id, secret })).toEqual({
    domain: 'acme.test',
    organization: 'Acme',
  })
  expect(await digestOf(home)).toEqual(before)
  await anybody.domains.verify({ domain: id, secret })
  expect(await listed()).toMatchObject({ status: 'verified', verifiedAt: home.now() })
  const { items } = await owner().audit.list({ organization: 'acme' })
  expect(items.map(({ action, actor, facts }) => [action, actor?.user ?? null, facts])).toEqual([
    ['domain.verified', null, { domain: 'acme.test', mailbox: 'postmaster' }],
    ['domain.added', home.people.owner.id, { domain: 'acme.test', mailbox: 'postmaster' }],
  ])
  expect(await faults(home)).toEqual([])
})

test('a link proves once, for three days, and not after a newer mail', async () => {
  const domain = await add()
  home.advance(3 * DAY)
  await expect(prove(domain)).rejects.toThrow('not valid any more')
  expect((await listed())?.status).toBe('expired')
  await owner().domains.sendProof({ organization: 'acme', domain, mailbox: 'admin' })
  expect((await letter(domain)).to).toBe('admin@acme.test')
  await expect(prove(domain)).rejects.toThrow('not valid any more')
  await expect(
    home.as('anonymous').domains.verify({ domain, secret: secretOf(domain, 2).slice(1) }),
  ).rejects.toThrow('not valid any more')
  await prove(domain, 2)
  await expect(prove(domain, 2)).rejects.toThrow('not valid any more')
  await expect(owner().domains.sendProof({ organization: 'acme', domain })).rejects.toThrow('changed')
})

test('what anybody can have, what another organization proved, and what is there already is refused', async () => {
  await expect(add('gmail.com')).rejects.toThrow('Anybody can have an address at gmail.com')
  await expect(add('acme')).rejects.toThrow('write it like example.org')
  const domain = await add()
  await expect(add('ACME.test')).rejects.toThrow('one with this name already')
  home.advance(DAY)
  const theirs = await home.as('outsider').domains.add({ organization: 'globex', name: 'acme.test' })
  await prove(domain)
  await expect(
    home.as('anonymous').domains.verify({ domain: theirs.domain, secret: secretOf(theirs.domain) }),
  ).rejects.toThrow('Another organization has proven')
  home.advance(DAY)
  await expect(
    home.as('outsider').domains.sendProof({ organization: 'globex', domain: theirs.domain }),
  ).rejects.toThrow('Another organization has proven')
  await owner().domains.remove({ organization: 'acme', domain })
  await home.as('anonymous').domains.verify({ domain: theirs.domain, secret: secretOf(theirs.domain) })
})

test('nobody’s postmaster is flooded, by one organization or by several', async () => {
  const domain = await add()
  await expect(owner().domains.sendProof({ organization: 'acme', domain })).rejects.toThrow(
    'Try again in 300 seconds',
  )
  await expect(
    home.as('outsider').domains.add({ organization: 'globex', name: 'acme.test' }),
  ).rejects.toThrow('Try again in')
  await owner().domains.remove({ organization: 'acme', domain })
  await expect(add()).rejects.toThrow('Try again in')
  for (let index = 1; index < 20; index++) {
    const id = await add(`d${index}.test`)
    await owner().domains.remove({ organization: 'acme', domain: id })
  }
  await expect(add('one-more.test')).rejects.toThrow('Try again in')
  home.advance(DAY)
  await add('one-more.test')
})

test('people at a proven domain join with one click, where the organization lets them in, as what it says', async () => {
  const eve = await addAccount(home.deps, 'eve', home.now())
  const asEve = () => home.asUser(eve.id)
  expect(await asEve().domains.joinable({})).toEqual([])
  const domain = await add()
  await prove(domain)
  expect(await asEve().domains.joinable({})).toEqual([])
  await owner().domains.update({ organization: 'acme', domain, autoJoin: home.roles.viewer })
  expect(await asEve().domains.joinable({})).toEqual([
    {
      domain,
      name: 'acme.test',
      organization: { name: 'Acme', slug: 'acme' },
      role: { name: 'Viewer' },
      members: 5,
    },
  ])
  expect(await asEve().domains.join({ domain })).toMatchObject({
    organization: 'acme',
    role: { key: 'viewer' },
  })
  expect((await asEve().organizations.get({ organization: 'acme' })).role.key).toBe('viewer')
  expect(await asEve().domains.joinable({})).toEqual([])
  await expect(asEve().domains.join({ domain })).rejects.toThrow('a member already')
  const { items } = await owner().audit.list({ organization: 'acme', action: 'member.joined' })
  expect(items[0]).toMatchObject({
    actor: { user: eve.id },
    target: { id: eve.id },
    facts: { role: home.roles.viewer, source: 'request', domain: 'acme.test' },
  })
  expect(await faults(home)).toEqual([])
})

test('whoever joins by their address gets the projects that new members join', async () => {
  const domain = await open()
  const { project } = await owner().projects.create({ organization: 'acme', name: 'Apollo' })
  const role = await home.deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('level', '=', 'project')
    .where('key', '=', 'viewer')
    .executeTakeFirstOrThrow()
  await owner().projects.update({ organization: 'acme', project, defaultRole: role.id })
  const eve = await addAccount(home.deps, 'eve', home.now())
  await home.asUser(eve.id).domains.join({ domain })
  const { items } = await home.asUser(eve.id).projects.list({ organization: 'acme' })
  expect(items.map(({ id, myRole }) => [id, myRole?.key])).toEqual([[project, 'viewer']])
})

test.each([
  ['an address nobody has proved', { email_verified_at: null }, 'Verify your email address'],
  ['an address below the domain', { email: 'eve@mail.acme.test' }, 'nothing here'],
  ['an address that only ends like it', { email: 'eve@notacme.test' }, 'nothing here'],
  ['a disabled account', { disabled_at: 1 }, 'Sign in'],
])('O15 %s opens no door', async (_, change, refused) => {
  const domain = await open()
  const eve = await addAccount(home.deps, 'eve', home.now())
  await home.deps.writer.run((tx) => tx.updateTable('user').set(change).where('id', '=', eve.id).execute())
  expect(await home.asUser(eve.id).domains.joinable({})).toEqual([])
  await expect(home.asUser(eve.id).domains.join({ domain })).rejects.toThrow(refused)
})

test('an open invitation is answered, not passed by: it may give more', async () => {
  const domain = await open()
  const eve = await addAccount(home.deps, 'eve', home.now())
  await owner().invitations.send({ organization: 'acme', recipients: [eve.email] })
  expect(await home.asUser(eve.id).domains.joinable({})).toEqual([])
  await expect(home.asUser(eve.id).domains.join({ domain })).rejects.toThrow('open invitation')
})

test('I4 D33 the other policies hold at this door too: one organization, seats, blocked domains', async () => {
  const domain = await open()
  const eve = await addAccount(home.deps, 'eve', home.now())
  const join = () => home.asUser(eve.id).domains.join({ domain })
  const policy = (policies: Parameters<ReturnType<typeof owner>['organizations']['update']>[0]['policies']) =>
    owner().organizations.update({ organization: 'acme', policies })
  await policy({ seats: 5 })
  await expect(join()).rejects.toThrow('All 5 seats are taken')
  await policy({ seats: null, blockedDomains: ['acme.test'] })
  await expect(join()).rejects.toThrow('does not accept addresses at acme.test')
  await policy({ blockedDomains: [], oneOrganizationPerAccount: true })
  await expect(home.as('outsider').domains.join({ domain })).rejects.toThrow(
    'belongs to another organization',
  )
  await policy({ oneOrganizationPerAccount: false })
  await home
    .as('outsider')
    .organizations.update({ organization: 'globex', policies: { oneOrganizationPerAccount: true } })
  await expect(home.as('outsider').domains.join({ domain })).rejects.toThrow(
    'belongs to another organization',
  )
  await join()
})

test('nobody is let in with a role that decides about others, not even by a role that became one', async () => {
  const domain = await add()
  await prove(domain)
  const update = (autoJoin: House['roles']['owner'] | null) =>
    owner().domains.update({ organization: 'acme', domain, autoJoin })
  await expect(update(home.roles.admin)).rejects.toThrow('decides about other people')
  await expect(update(home.roles.owner)).rejects.toThrow('decides about other people')
  await update(home.roles.auditor)
  const eve = await addAccount(home.deps, 'eve', home.now())
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('role')
      .set({ permissions: JSON.stringify(['organization.read', 'members.update']) })
      .where('id', '=', home.roles.auditor)
      .execute(),
  )
  expect(await home.asUser(eve.id).domains.joinable({})).toEqual([])
  await expect(home.asUser(eve.id).domains.join({ domain })).rejects.toThrow('nothing here')
})

test('a domain that was given up, or of an organization that ended, opens nothing and is free', async () => {
  const domain = await open()
  const eve = await addAccount(home.deps, 'eve', home.now())
  await owner().domains.update({ organization: 'acme', domain, autoJoin: null })
  expect(await home.asUser(eve.id).domains.joinable({})).toEqual([])
  await owner().domains.update({ organization: 'acme', domain, autoJoin: home.roles.viewer })
  await owner().organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect(await home.asUser(eve.id).domains.joinable({})).toEqual([])
  home.advance(DAY)
  const theirs = await home.as('outsider').domains.add({ organization: 'globex', name: 'acme.test' })
  expect(isId('dom', theirs.domain)).toBe(true)
  await home.as('anonymous').domains.verify({ domain: theirs.domain, secret: secretOf(theirs.domain) })
})

test('a domain cannot be let in by before it is proven', async () => {
  const domain = await add()
  await expect(
    owner().domains.update({ organization: 'acme', domain, autoJoin: home.roles.viewer }),
  ).rejects.toThrow('Prove first that acme.test is yours')
})

test('O16 an invitee sees which domains the organization has proven, and no other', async () => {
  const proven = await add('acme.test')
  await prove(proven)
  await add('waiting.test')
  const [sent] = await owner().invitations.send({
    organization: 'acme',
    recipients: ['grace@elsewhere.test'],
  })
  if (!sent?.ok) throw new Error('nothing was sent')
  const { invitation } = sent.result
  const secret = `m.${home.deps.links.secret('invitation-mailed', invitation, 1)}`
  const seen = await home.as('anonymous').invitations.view({ invitation, secret })
  expect(seen.organization).toEqual({ name: 'Acme', slug: 'acme', domains: ['acme.test'] })
  expect(seen.inviter).toMatchObject({ domain: 'acme.test', verified: true })
})

test('A13 letting people in by their address is inviting: whoever may not invite opens no door', async () => {
  const domain = await add()
  await prove(domain)
  await owner().organizations.update({ organization: 'acme', policies: { managedBy: 'owners' } })
  const update = (autoJoin: House['roles']['owner'] | null) =>
    home.as('admin').domains.update({ organization: 'acme', domain, autoJoin })
  await expect(update(home.roles.viewer)).rejects.toThrow('does not allow')
  await owner().domains.update({ organization: 'acme', domain, autoJoin: home.roles.viewer })
  await update(null)
})

test('A13 nobody joins by themself into a project with a role that decides about others there', async () => {
  const domain = await open()
  const [apollo, gemini] = [await addProject(home, 'Apollo'), await addProject(home, 'Gemini')]
  const give = async (project: typeof apollo, key: 'admin' | 'viewer') =>
    owner().projects.update({
      organization: 'acme',
      project,
      defaultRole: await projectRole(home, home.acme, key),
    })
  await give(apollo, 'admin')
  await give(gemini, 'viewer')
  const eve = await addAccount(home.deps, 'eve', home.now())
  await home.asUser(eve.id).domains.join({ domain })
  const { items } = await home.asUser(eve.id).projects.list({ organization: 'acme', mine: true })
  expect(items.map(({ name }) => name)).toEqual(['Gemini'])
})

test('A12 a domain gets ten proof mails a day at the most, whoever asks for them', async () => {
  const domain = await add()
  for (let sent = 1; sent < 10; sent += 1) {
    home.advance(5 * 60_000)
    await owner().domains.sendProof({ organization: 'acme', domain })
  }
  home.advance(5 * 60_000)
  await expect(owner().domains.sendProof({ organization: 'acme', domain })).rejects.toThrow(
    'Too many attempts',
  )
  await expect(
    home.as('outsider').domains.add({ organization: 'globex', name: 'acme.test' }),
  ).rejects.toThrow('Too many attempts')
  home.advance(DAY)
  await owner().domains.sendProof({ organization: 'acme', domain })
})
