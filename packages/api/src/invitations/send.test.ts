import { DAY } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, invite, policies, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const send = (recipients: string[], more: object = {}, as: 'owner' | 'admin' = 'owner') =>
  home.as(as).invitations.send({ organization: 'acme', recipients, ...more })

const codes = (outcomes: Awaited<ReturnType<typeof send>>) =>
  outcomes.map((one) => (one.ok ? one.result.outcome : one.refusal.code))

test('T5 T14 an invitation to an address stores the terms, an entry and a mail, and nobody is a member yet', async () => {
  const [sent] = await send(['Eve@Acme.test'], { message: ' Welcome aboard ' })
  if (!sent?.ok) throw new Error('not sent')
  const { invitation, given, outcome, link } = sent.result
  expect({ given, outcome }).toEqual({ given: 'Eve@Acme.test', outcome: 'sent' })
  const { links } = home.deps
  expect(link).toBe(
    `https://roster.test/invitations/${invitation}#c.${links.secret('invitation-copied', invitation, 1)}`,
  )
  const stored = await row(home, invitation)
  expect(stored).toMatchObject({
    email: 'eve@acme.test',
    user_id: null,
    state: 'pending',
    generation: 1,
    message: 'Welcome aboard',
    welcome: 1,
    invited_by: home.people.owner.id,
    sent_at: home.now(),
    expires_at: home.now() + 7 * DAY,
  })
  const { reader } = home.database
  const terms = await reader
    .selectFrom('assignment')
    .selectAll()
    .where('invitation_id', '=', invitation)
    .execute()
  expect(terms).toMatchObject([
    { role_id: home.roles.member, project_id: null, until: null, given_by: home.people.owner.id },
  ])
  const mails = await reader
    .selectFrom('message')
    .selectAll()
    .where('reference_id', '=', invitation)
    .execute()
  expect(mails).toMatchObject([
    { id: stored.message_id, kind: 'invitation', event: `invitation:${invitation}:1`, state: 'queued' },
  ])
  expect((await trail(home, home.acme)).at(-1)).toMatchObject({
    action: 'invitation.sent',
    actor: { id: home.people.owner.id },
    target: { kind: 'invitation', id: invitation },
    facts: { role: home.roles.member, generation: 1, expiresAt: home.now() + 7 * DAY },
  })
  const { totals } = await home.as('owner').organizations.get({ organization: 'acme' })
  expect(totals).toEqual({ members: 5, invitations: 1 })
})

test('T14 T16 T17 addresses and usernames mix, with one result for each in the order given', async () => {
  await account(home, 'eve')
  const outcomes = await send([
    'the-eve',
    'not an address',
    'Bob <bob@example.org>',
    'member@acme.test',
    'nobody-here',
  ])
  expect(codes(outcomes)).toEqual(['sent', 'invalid-email', 'sent', 'already-member', 'not-found'])
  expect(outcomes.map((one) => one.ok && one.result.given)).toEqual([
    'the-eve',
    false,
    'Bob <bob@example.org>',
    false,
    false,
  ])
})

test('D32 A48 what is not one plain address is refused and sent nowhere', async () => {
  const bad = [
    '',
    'a@x',
    'a@b@c.test',
    'a@x.test\r\nBcc: b@evil.test',
    'a@x.test,b@y.test',
    '"q"@x.test',
    'x'.repeat(5_000),
  ]
  const before = await contents(home.deps)
  const outcomes = await send(bad)
  expect(outcomes.every((one) => !one.ok)).toBe(true)
  expect(codes(outcomes)[0]).toBe('invalid-email')
  expect(await contents(home.deps)).toBe(before)
})

test('T17 the same person twice in one call, however written, is invited once, across chunks too', async () => {
  await account(home, 'eve')
  const many = Array.from({ length: 300 }, (_, index) => `p${index}@example.org`)
  const outcomes = await send(['eve@acme.test', ...many, 'EVE@acme.test', '@the-eve', 'p7@example.org'])
  expect(codes(outcomes).slice(-3)).toEqual(['already-invited', 'already-invited', 'already-invited'])
  expect(codes(outcomes).filter((one) => one === 'sent')).toHaveLength(301)
})

test('inviting again supersedes the open invitation, its link and its terms', async () => {
  const first = await invite(home, 'eve@acme.test', { role: home.roles.viewer })
  const [again] = await send(['eve@acme.test'])
  if (!again?.ok) throw new Error('not sent')
  expect(again.result.outcome).toBe('resent')
  expect(await row(home, first)).toMatchObject({ state: 'superseded', closed_by: home.people.owner.id })
  const terms = await home.database.reader
    .selectFrom('assignment')
    .select('until')
    .where('invitation_id', '=', first)
    .execute()
  expect(terms).toEqual([{ until: home.now() }])
  expect((await trail(home, home.acme)).slice(-2)).toMatchObject([
    { action: 'invitation.sent', target: { id: again.result.invitation } },
    { action: 'invitation.superseded', target: { id: first }, facts: { by: again.result.invitation } },
  ])
})

test('a person invited by username and then by address, or the other way round, has one open invitation', async () => {
  await account(home, 'eve')
  const byUsername = await invite(home, 'the-eve')
  const byAddress = await invite(home, 'eve@acme.test')
  expect((await row(home, byUsername)).state).toBe('superseded')
  const again = await invite(home, 'the-eve')
  expect((await row(home, byAddress)).state).toBe('superseded')
  expect(await row(home, again)).toMatchObject({ state: 'pending' })
})

test('an invitation by username is superseded after the person changed their address too', async () => {
  const eve = await account(home, 'eve')
  const first = await invite(home, 'the-eve')
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: 'new@eve.test' }).where('id', '=', eve.id).execute(),
  )
  await invite(home, 'the-eve')
  expect((await row(home, first)).state).toBe('superseded')
})

describe('roles', () => {
  test('D40 I13 without a role it is the lowest usual one; the policy may say another', async () => {
    await policies(home, { defaultRole: 'viewer' })
    const id = await invite(home, 'eve@acme.test')
    const { items } = await home.as('owner').invitations.list({ organization: 'acme' })
    expect(items).toMatchObject([{ id, role: { key: 'viewer' } }])
  })

  test('D29 A10 A13 nobody invites above themself, and the call changes nothing', async () => {
    const before = await contents(home.deps)
    const refusal = await refused(
      send(['eve@acme.test', 'bob@acme.test'], { role: home.roles.owner }, 'admin'),
    )
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
      expect(['not-found', 'invalid-input']).toContain(
        (await refused(send(['eve@acme.test'], { role }))).code,
      )
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
})

describe('policies', () => {
  test('D33 blocked domains, and all but the allowed ones, are refused; a username does not tell its domain', async () => {
    await account(home, 'eve')
    await policies(home, { blockedDomains: ['acme.test'], allowedDomains: ['good.test', 'acme.test'] })
    const outcomes = await send(['x@good.test', 'x@acme.test', 'x@sub.acme.test', 'x@other.test', 'the-eve'])
    expect(codes(outcomes)).toEqual(['sent', ...Array(4).fill('domain-blocked')])
    expect(JSON.stringify(outcomes.at(-1))).not.toContain('acme')
  })

  test('T7 without a policy there is no limit; with one, open invitations count as seats', async () => {
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
})

test('A02 unknown fields are refused, not dropped', async () => {
  const before = await contents(home.deps)
  for (const more of [{ state: 'accepted' }, { invited_by: 'x' }, { generation: 9 }]) {
    expect((await refused(send(['eve@acme.test'], more))).code).toBe('invalid-input')
  }
  expect(await contents(home.deps)).toBe(before)
})

test('A57 more than ten thousand in one call are refused as a whole', async () => {
  const before = await contents(home.deps)
  const many = Array.from({ length: 10_001 }, (_, index) => `p${index}@x.test`)
  expect((await refused(send(many))).code).toBe('too-large')
  expect(await contents(home.deps)).toBe(before)
})

test('T7 a thousand people in one call are all invited, each with an entry and a mail', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `p${index}@x.test`)
  const outcomes = await send(many)
  expect(outcomes.filter((one) => one.ok)).toHaveLength(1_000)
  const { reader } = home.database
  const count = async (table: 'invitation' | 'message') =>
    (
      await reader
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  expect([await count('invitation'), await count('message')]).toEqual([1_000, 1_000])
  const sent = (await trail(home, home.acme)).filter((entry) => entry.action === 'invitation.sent')
  expect(sent).toHaveLength(1_000)
})

test('D31 A08 no secret and no address stands where it should not: audit, outbox, and nothing stored opens anything', async () => {
  const id = await invite(home, 'eve@acme.test', { message: 'hello' })
  const { links } = home.deps
  const secrets = [links.secret('invitation-mailed', id, 1), links.secret('invitation-copied', id, 1)]
  const stored = await contents(home.deps)
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(stored).not.toContain(secret)
  }
  const { reader } = home.database
  const audit = JSON.stringify(await trail(home, home.acme))
  const mails = JSON.stringify(await reader.selectFrom('message').selectAll().execute())
  expect(audit).not.toContain('eve@acme.test')
  expect(mails).not.toContain('eve@acme.test')
})

test('A19 whoever loses the right during a long call invites nobody from then on', async () => {
  const recipients = Array.from({ length: 700 }, (_, index) => `p${index}@x.test`)
  const sending = send(recipients, {}, 'admin')
  const { admin } = home.people
  await home.as('owner').members.changeRoles({
    organization: 'acme',
    members: admin.member ? [admin.member] : [],
    role: home.roles.viewer,
  })
  const outcomes = await sending
  const firstRefused = outcomes.findIndex((one) => !one.ok)
  expect(firstRefused).toBeGreaterThan(0)
  expect(firstRefused % 250).toBe(0)
  expect(codes(outcomes).slice(firstRefused)).toEqual(Array(700 - firstRefused).fill('not-permitted'))
  const { total } = await home.as('owner').invitations.list({ organization: 'acme' })
  expect(total).toBe(firstRefused)
})

test('A38 the same people invited by two at once: each has one open invitation', async () => {
  const recipients = Array.from({ length: 600 }, (_, index) => `p${index}@x.test`)
  const [one, two] = await Promise.all([send(recipients), send(recipients, {}, 'admin')])
  const outcomes = [...codes(one), ...codes(two)]
  expect(outcomes.filter((code) => code === 'sent')).toHaveLength(600)
  expect(outcomes.filter((code) => code === 'resent')).toHaveLength(600)
  const { total } = await home.as('owner').invitations.list({ organization: 'acme' })
  expect(total).toBe(600)
})
