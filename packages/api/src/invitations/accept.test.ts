import { DAY } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import {
  account,
  copiedSecret,
  delivered,
  invite,
  mailedSecret,
  policies,
  rolesOf,
  row,
  trail,
} from './testing.ts'

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

const accept = (invitation: string, secret?: string, user = eve.id) =>
  home.asUser(user).invitations.accept({ invitation, ...(secret !== undefined && { secret }) })

/** The refusal, once it is sure that nothing was touched. */
async function refusedUntouched(call: () => Promise<unknown>) {
  const before = await contents(home.deps)
  const refusal = await refused(call())
  expect(await contents(home.deps)).toBe(before)
  return refusal
}

test('T5 O7 O12 accepting gives exactly the terms of the invitation, and both chains of events tell of it', async () => {
  const id = await invite(home, eve.email, { role: home.roles.admin, as: 'owner' })
  expect(await rolesOf(home, eve.id)).toEqual([])
  home.advance(1_000)
  const joined = await accept(id, await mailedSecret(home, id))
  expect(joined).toEqual({
    organization: 'acme',
    role: { id: home.roles.admin, key: 'admin', name: 'Admin' },
  })
  expect(await rolesOf(home, eve.id)).toEqual([
    { role_id: home.roles.admin, project_id: null, given_by: home.people.owner.id, source: 'invitation' },
  ])
  const closed = await row(home, id)
  expect(closed).toMatchObject({ state: 'accepted', closed_at: home.now(), closed_by: eve.id })
  const terms = await home.database.reader
    .selectFrom('assignment')
    .select('until')
    .where('invitation_id', '=', id)
    .execute()
  expect(terms).toEqual([{ until: home.now() }])
  const entries = (await trail(home, home.acme)).slice(-2)
  expect(entries).toMatchObject([
    {
      action: 'invitation.accepted',
      actor: { id: eve.id },
      target: { kind: 'invitation', id },
      facts: { proof: 'mailed-link' },
    },
    {
      action: 'member.joined',
      actor: { id: eve.id },
      target: { kind: 'user', id: eve.id },
      facts: { member: closed.member_id, role: home.roles.admin, invitation: id },
    },
  ])
  const { totals } = await home.as('owner').organizations.get({ organization: 'acme' })
  expect(totals).toEqual({ members: 6, invitations: 0 })
  expect(await home.asUser(eve.id).organizations.get({ organization: 'acme' })).toMatchObject({
    slug: 'acme',
  })
})

test('O13 a verified addressee accepts from their own account, without the link', async () => {
  const id = await invite(home, eve.email)
  await accept(id)
  expect((await row(home, id)).state).toBe('accepted')
})

test('D42 the welcome letter is written when asked for, and only then', async () => {
  const letters = async () =>
    home.database.reader
      .selectFrom('message')
      .select(['event', 'reference_id'])
      .where('kind', '=', 'welcome')
      .execute()
  const id = await invite(home, eve.email, { welcome: false })
  await accept(id)
  expect(await letters()).toEqual([])
  const bob = await account(home, 'bob')
  const other = await invite(home, bob.email)
  await accept(other, undefined, bob.id)
  expect(await letters()).toEqual([{ event: `welcome:${other}`, reference_id: other }])
})

test('I8 the inviter and the invitee hear of it', async () => {
  const id = await invite(home, eve.email)
  const heard: unknown[] = []
  home.deps.changes.subscribe((change) => heard.push(change))
  await accept(id)
  const people = [eve.id, home.people.owner.id]
  expect(heard).toEqual([
    { slice: 'invitations', organization: home.acme, people },
    { slice: 'members', organization: home.acme, people },
  ])
})

describe('who', () => {
  test('A01 another account is refused, with the mailed link, with a copied one and with none', async () => {
    const id = await invite(home, eve.email)
    const bob = await account(home, 'bob')
    const mailed = await mailedSecret(home, id)
    for (const secret of [mailed, copiedSecret(home, id)]) {
      expect((await refusedUntouched(() => accept(id, secret, bob.id))).code).toBe('wrong-recipient')
    }
    expect((await refusedUntouched(() => accept(id, undefined, bob.id))).code).toBe('link-invalid')
  })

  test('A03 nobody accepts without signing in', async () => {
    const id = await invite(home, eve.email)
    const secret = await mailedSecret(home, id)
    const call = () => home.as('anonymous').invitations.accept({ invitation: id, secret })
    expect((await refusedUntouched(call)).code).toBe('not-signed-in')
  })

  test('A37 by username only that account accepts, whatever its address is by then', async () => {
    const id = await invite(home, eve.username)
    const bob = await account(home, 'bob')
    await home.deps.writer.run(async (tx) => {
      await tx.updateTable('user').set({ email: 'elsewhere@eve.test' }).where('id', '=', eve.id).execute()
      await tx.updateTable('user').set({ email: eve.email }).where('id', '=', bob.id).execute()
    })
    const secret = await mailedSecret(home, id)
    expect((await refusedUntouched(() => accept(id, secret, bob.id))).code).toBe('wrong-recipient')
    await accept(id)
    expect((await row(home, id)).state).toBe('accepted')
  })

  test('A52 an address nobody has shown to be theirs: the mailed link shows it, none does not', async () => {
    const ann = await account(home, 'ann', false)
    const id = await invite(home, ann.email)
    expect((await refusedUntouched(() => accept(id, undefined, ann.id))).code).toBe('email-not-verified')
    await accept(id, await mailedSecret(home, id), ann.id)
    expect(await home.asUser(ann.id).identity.me({})).toMatchObject({ verified: true })
    const members = await home.as('owner').members.list({ organization: 'acme', search: 'ann' })
    expect(members.items).toMatchObject([{ user: ann.id, verified: true }])
    expect((await trail(home, 'instance')).at(-1)).toMatchObject({
      action: 'identity.email-verified',
      target: { id: ann.id },
    })
  })

  test('T19 a copied link lets the addressee in and verifies nothing', async () => {
    const ann = await account(home, 'ann', false)
    const id = await invite(home, ann.email)
    await accept(id, copiedSecret(home, id), ann.id)
    expect(await home.asUser(ann.id).identity.me({})).toMatchObject({ verified: false })
  })
})

test('A02 nothing can be overridden while accepting', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  for (const more of [
    { role: home.roles.owner },
    { organization: 'globex' },
    { verified: true },
    { expiresAt: 1 },
  ]) {
    const call = () => home.asUser(eve.id).invitations.accept({ invitation: id, secret, ...more })
    expect((await refusedUntouched(call)).code).toBe('invalid-input')
  }
})

test('A07 T24 a forged, cut, cross-purpose or missing secret opens nothing, nor does an unknown id', async () => {
  const id = await invite(home, eve.email)
  const other = await invite(home, 'bob@acme.test')
  const secret = await mailedSecret(home, id)
  const bare = secret.slice(2)
  const { links } = home.deps
  const forged = [
    ...Array.from({ length: secret.length }, (_, length) => secret.slice(0, length)),
    bare,
    `c.${bare}`,
    `x.${bare}`,
    `${secret}A`,
    `m.${bare.split('').reverse().join('')}`,
    `m.${links.secret('reset-password', id, 1)}`,
    `m.${links.secret('invitation-copied', id, 1)}`,
    `m.${links.secret('invitation-mailed', id, 2)}`,
    `m.${links.secret('invitation-mailed', other, 1)}`,
    'm.ü💥\u0000',
  ]
  const before = await contents(home.deps)
  for (const wrong of forged) expect((await refused(accept(id, wrong))).code).toBe('link-invalid')
  for (const unknown of ['', 'inv_', 'inv_00000000000000000000000000', eve.id, `${id} `, id.toUpperCase()]) {
    expect((await refused(accept(unknown, secret))).code).toBe('link-invalid')
    expect((await refused(accept(unknown))).code).toBe('link-invalid')
  }
  expect(await contents(home.deps)).toBe(before)
})

describe('when', () => {
  test('A06 D20 expiry is read off the clock at the very moment', async () => {
    const id = await invite(home, eve.email)
    const bob = await account(home, 'bob')
    const other = await invite(home, bob.email)
    home.advance(7 * DAY - 1)
    await accept(id)
    home.advance(1)
    const secret = await mailedSecret(home, other)
    expect((await refusedUntouched(() => accept(other, secret, bob.id))).code).toBe('invitation-expired')
  })

  test('A05 a link is spent by accepting, declining, revoking, superseding and resending', async () => {
    const closings: [string, (id: string) => Promise<unknown>][] = [
      ['accepted', (id) => accept(id)],
      ['declined', (id) => home.asUser(eve.id).invitations.decline({ invitation: id })],
      ['revoked', (id) => home.as('owner').invitations.revoke({ organization: 'acme', invitations: [id] })],
      ['superseded', () => invite(home, eve.email)],
    ]
    for (const [state, closing] of closings.reverse()) {
      const id = await invite(home, eve.email)
      const secret = await mailedSecret(home, id)
      await closing(id)
      const refusal = await refusedUntouched(() => accept(id, secret))
      expect(refusal).toMatchObject({ code: 'invitation-closed', facts: { state } })
    }
  })

  test('A05 the old link dies when a new one is sent, the new one opens', async () => {
    const id = await invite(home, eve.email)
    const old = await mailedSecret(home, id)
    await home.as('owner').invitations.resend({ organization: 'acme', invitations: [id] })
    expect((await refusedUntouched(() => accept(id, old))).code).toBe('link-invalid')
    expect((await refusedUntouched(() => accept(id, copiedSecret(home, id)))).code).toBe('link-invalid')
    await accept(id, await mailedSecret(home, id))
  })

  test('an invitation of an organization that has ended opens nothing', async () => {
    const id = await invite(home, eve.email)
    const secret = await mailedSecret(home, id)
    await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
    expect((await refusedUntouched(() => accept(id, secret))).code).toBe('link-invalid')
  })
})

describe('today', () => {
  test('A09 the inviter was removed, was given less, or the account was disabled: the invitation is void', async () => {
    const losses: (() => Promise<unknown>)[] = [
      () => home.as('owner').members.remove({ organization: 'acme', members: [memberOf('admin')] }),
      () =>
        home.as('owner').members.changeRoles({
          organization: 'acme',
          members: [memberOf('admin')],
          role: home.roles.member,
        }),
      () =>
        home.deps.writer.run((tx) =>
          tx
            .updateTable('user')
            .set({ disabled_at: home.now() })
            .where('id', '=', home.people.admin.id)
            .execute(),
        ),
    ]
    for (const lose of losses) {
      await home.close()
      home = await house()
      eve = await account(home, 'eve')
      const id = await invite(home, eve.email, { as: 'admin', role: home.roles.admin })
      const secret = await mailedSecret(home, id)
      await lose()
      const refusal = await refusedUntouched(() => accept(id, secret))
      expect(refusal.code).toBe('invitation-closed')
      expect(refusal.message).toBe(
        'This invitation was withdrawn with the rights of its sender. Ask for a new one.',
      )
    }
  })

  test('A09 somebody else who may resend it answers for it from then on', async () => {
    const id = await invite(home, eve.email, { as: 'admin' })
    await home.as('owner').members.remove({ organization: 'acme', members: [memberOf('admin')] })
    await home.as('owner').invitations.resend({ organization: 'acme', invitations: [id] })
    await accept(id, await mailedSecret(home, id))
    expect(await rolesOf(home, eve.id)).toMatchObject([{ given_by: home.people.owner.id }])
  })

  test('A09 an inviter who still holds what the invitation gives may have lost the rest', async () => {
    const id = await invite(home, eve.email, { as: 'admin' })
    await home
      .as('owner')
      .members.changeRoles({ organization: 'acme', members: [memberOf('admin')], role: home.roles.member })
    await accept(id)
  })

  test('I4 D33 the policies of the day count: one organization, domains, seats', async () => {
    const id = await invite(home, 'outsider@acme.test')
    const secret = await mailedSecret(home, id)
    const { outsider } = home.people
    const attempts = [
      [{ oneOrganizationPerAccount: true }, 'other-organization'],
      [{ blockedDomains: ['acme.test'] }, 'domain-blocked'],
      [{ seats: 5 }, 'seat-limit'],
    ] as const
    for (const [change, code] of attempts) {
      await policies(home, change)
      expect((await refusedUntouched(() => accept(id, secret, outsider.id))).code).toBe(code)
    }
    await policies(home, { seats: 6 })
    await accept(id, secret, outsider.id)
  })

  test('a member does not become one again', async () => {
    const first = await invite(home, eve.email)
    await accept(first)
    await home.deps.writer.run((tx) =>
      tx.updateTable('user').set({ email: 'second@eve.test' }).where('id', '=', eve.id).execute(),
    )
    await home.deps.writer.run((tx) =>
      tx.updateTable('user').set({ email: null }).where('email', '=', 'second@eve.test').execute(),
    )
    const second = await invite(home, 'second@eve.test')
    await home.deps.writer.run((tx) =>
      tx.updateTable('user').set({ email: 'second@eve.test' }).where('id', '=', eve.id).execute(),
    )
    expect((await refusedUntouched(() => accept(second))).code).toBe('already-member')
  })

  test('D41 a role that was deleted meanwhile is not given', async () => {
    const id = await invite(home, eve.email, { role: home.roles.auditor })
    await home.deps.writer.run((tx) =>
      tx.updateTable('role').set({ until: home.now() }).where('id', '=', home.roles.auditor).execute(),
    )
    expect((await refusedUntouched(() => accept(id))).code).toBe('invitation-closed')
  })
})

test('I11 roles at projects that were part of the invitation are given with it, those of ended projects are not', async () => {
  const id = await invite(home, eve.email)
  const projects = [home.deps.newId('prj'), home.deps.newId('prj')]
  const role = await home.database.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('level', '=', 'project')
    .where('key', '=', 'editor')
    .executeTakeFirstOrThrow()
  await home.deps.writer.run(async (tx) => {
    for (const [index, project] of projects.entries()) {
      const now = home.now()
      await tx
        .insertInto('project')
        .values({
          id: project,
          organization_id: home.acme,
          name: `P${index}`,
          since: now,
          until: index ? now : null,
        })
        .execute()
      await tx
        .insertInto('assignment')
        .values({
          id: home.deps.newId('asg'),
          organization_id: home.acme,
          member_id: null,
          group_id: null,
          invitation_id: id,
          role_id: role.id,
          project_id: project,
          since: now,
          until: null,
          expires_at: null,
          given_by: home.people.owner.id,
          ended_by: null,
          reason: null,
        })
        .execute()
    }
  })
  await accept(id)
  const given = await rolesOf(home, eve.id)
  expect(given.map((one) => [one.role_id, one.project_id])).toEqual([
    [home.roles.member, null],
    [role.id, projects[0]],
  ])
  const open = await home.database.reader
    .selectFrom('assignment')
    .select('id')
    .where('invitation_id', '=', id)
    .where('until', 'is', null)
    .execute()
  expect(open).toEqual([])
})

describe('at the same time', () => {
  test('A04 ten accepts of one invitation have one winner', async () => {
    const id = await invite(home, eve.email)
    const secret = await mailedSecret(home, id)
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => accept(id, secret)))
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await rolesOf(home, eve.id)).toHaveLength(1)
    const joined = (await trail(home, home.acme)).filter(
      (entry) => entry.action === 'member.joined' && entry.target.id === eve.id,
    )
    expect(joined).toHaveLength(1)
  })

  test('A04 accept against revoke, decline, resend, edit and a newer invitation: one of the two, whole', async () => {
    const owner = () => home.as('owner').invitations
    type Person = Awaited<ReturnType<typeof account>>
    const rivals: ((id: `inv_${string}`, person: Person) => Promise<unknown>)[] = [
      (id) => owner().revoke({ organization: 'acme', invitations: [id] }),
      (id) => owner().resend({ organization: 'acme', invitations: [id] }),
      (id) => owner().edit({ organization: 'acme', invitation: id, role: home.roles.viewer }),
      (id, person) => home.asUser(person.id).invitations.decline({ invitation: id }),
      (_, person) => invite(home, person.email),
    ]
    for (const [index, rival] of rivals.entries()) {
      for (const acceptFirst of [true, false]) {
        const person = await account(home, `p${index}${acceptFirst ? 'a' : 'b'}`)
        const id = await invite(home, person.email)
        await delivered(home, id)
        const secret = await mailedSecret(home, id)
        const acts = [() => accept(id, secret, person.id), () => rival(id, person)]
        await Promise.allSettled((acceptFirst ? acts : acts.reverse()).map((act) => act()))
        const { state, member_id } = await row(home, id)
        const roles = await rolesOf(home, person.id)
        expect(roles).toHaveLength(state === 'accepted' ? 1 : 0)
        expect(member_id !== null).toBe(state === 'accepted')
        const open = await home.database.reader
          .selectFrom('assignment')
          .select('id')
          .where('invitation_id', '=', id)
          .where('until', 'is', null)
          .execute()
        expect(open).toHaveLength(state === 'pending' ? 1 : 0)
      }
    }
  })
})

function memberOf(part: 'admin') {
  const { member } = home.people[part]
  if (!member) throw new Error('not a member')
  return member
}
