import { DAY } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, delivered, invite, policies, row, trail } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const as = (part: Part = 'owner') => home.as(part).invitations
const acme = { organization: 'acme' }

const codes = (outcomes: readonly ({ ok: true } | { ok: false; refusal: { code: string } })[]) =>
  outcomes.map((one) => (one.ok ? 'ok' : one.refusal.code))

const roleOf = async (id: string) => {
  const { items } = await as().list({ ...acme, status: 'all' })
  return items.find((one) => one.id === id)?.role.key
}

describe('resend', () => {
  test('I9 D16 a new link, a new end after the same time, one mail more, the terms kept', async () => {
    const id = await invite(home, 'eve@x.test', { expiryDays: 14, role: home.roles.viewer, message: 'Hello' })
    home.advance(3 * DAY)
    expect(await as().resend({ ...acme, invitations: [id] })).toEqual([
      { ok: true, result: { invitation: id } },
    ])
    const stored = await row(home, id)
    expect(stored).toMatchObject({
      generation: 2,
      sent_at: home.now(),
      expires_at: home.now() + 14 * DAY,
      message: 'Hello',
      state: 'pending',
      invited_by: home.people.owner.id,
    })
    expect(await roleOf(id)).toBe('viewer')
    const mails = await home.database.reader
      .selectFrom('message')
      .select(['id', 'event', 'facts'])
      .where('reference_id', '=', id)
      .orderBy('id')
      .execute()
    expect(mails.map((mail) => mail.event)).toEqual([`invitation:${id}:1`, `invitation:${id}:2`])
    expect(stored.message_id).toBe(mails[1]?.id)
    expect((await trail(home, home.acme)).at(-1)).toMatchObject({
      action: 'invitation.resent',
      target: { id },
      facts: { generation: 2, expiresAt: home.now() + 14 * DAY },
    })
  })

  test('D18 D20 an expired one comes back to life, one without an end stays so', async () => {
    const id = await invite(home, 'eve@x.test')
    const never = await invite(home, 'bob@x.test', { expiryDays: null })
    home.advance(30 * DAY)
    await as().resend({ ...acme, invitations: [id, never] })
    expect((await row(home, id)).expires_at).toBe(home.now() + 7 * DAY)
    expect((await row(home, never)).expires_at).toBeNull()
  })

  test('a time that the policies do not allow any more becomes the usual one', async () => {
    const never = await invite(home, 'eve@x.test', { expiryDays: null })
    const long = await invite(home, 'bob@x.test', { expiryDays: 300 })
    await policies(home, { expiryDays: { default: 5, min: 1, max: 10, never: false } })
    await as().resend({ ...acme, invitations: [never, long] })
    for (const id of [never, long]) expect((await row(home, id)).expires_at).toBe(home.now() + 5 * DAY)
  })

  test('D44 new words replace the old ones, none take them away, silence keeps them', async () => {
    const id = await invite(home, 'eve@x.test', { message: 'one' })
    await as().resend({ ...acme, invitations: [id] })
    expect((await row(home, id)).message).toBe('one')
    await as().resend({ ...acme, invitations: [id], message: 'two' })
    expect((await row(home, id)).message).toBe('two')
    await as().resend({ ...acme, invitations: [id], message: null })
    expect((await row(home, id)).message).toBeNull()
  })

  test('A59 a message is text: controls and overlong ones are refused by field', async () => {
    const id = await invite(home, 'eve@x.test')
    for (const message of ['a\u0000b', 'x'.repeat(2_001), '\u202e']) {
      const refusal = await refused(as().resend({ ...acme, invitations: [id], message }))
      expect(refusal).toMatchObject({ code: 'invalid-input', facts: { field: 'message' } })
    }
  })

  test('D33 a domain that was blocked meanwhile gets no more mail', async () => {
    const id = await invite(home, 'eve@x.test')
    await policies(home, { blockedDomains: ['x.test'] })
    const before = await contents(home.deps)
    expect(codes(await as().resend({ ...acme, invitations: [id] }))).toEqual(['domain-blocked'])
    expect(await contents(home.deps)).toBe(before)
  })

  test('many at once, each with a result of its own, one that is there twice too', async () => {
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => invite(home, `${name}@x.test`)))
    await as().revoke({ ...acme, invitations: ids.slice(0, 1) })
    const outcomes = await as().resend({ ...acme, invitations: [...ids, ...ids.slice(2), 'nonsense'] })
    expect(codes(outcomes)).toEqual(['invitation-not-open', 'ok', 'ok', 'ok', 'not-found'])
    expect((await row(home, ids[2] ?? 'inv_')).generation).toBe(3)
  })
})

describe('revoke', () => {
  test('T25 T26 D16 D17 the invitation closes, its terms end and the total follows', async () => {
    const id = await invite(home, 'eve@x.test')
    expect(await as('admin').revoke({ ...acme, invitations: [id] })).toEqual([
      { ok: true, result: { invitation: id } },
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
})

describe('extend', () => {
  test('D21 adds days to the end, without a new link and without mail', async () => {
    const id = await invite(home, 'eve@x.test')
    await delivered(home, id)
    home.advance(DAY)
    const before = await row(home, id)
    const { expiresAt } = await as().extend({ ...acme, invitation: id, days: 7 })
    expect(expiresAt).toBe((before.expires_at ?? 0) + 7 * DAY)
    expect(await row(home, id)).toEqual({ ...before, expires_at: expiresAt })
    const mails = await home.database.reader.selectFrom('message').select('id').execute()
    expect(mails).toHaveLength(1)
    expect((await trail(home, home.acme)).at(-1)).toMatchObject({
      action: 'invitation.extended',
      facts: { from: before.expires_at, to: expiresAt, generation: 1 },
    })
  })

  test('D18 D21 an expired one is counted from now; with mail if asked', async () => {
    const id = await invite(home, 'eve@x.test')
    await delivered(home, id)
    home.advance(20 * DAY)
    const { expiresAt } = await as().extend({ ...acme, invitation: id, days: 3, notify: true })
    expect(expiresAt).toBe(home.now() + 3 * DAY)
    const mails = await home.database.reader
      .selectFrom('message')
      .select(['id', 'facts'])
      .orderBy('id')
      .execute()
    expect(mails.map((mail) => JSON.parse(mail.facts).edition)).toEqual(['first', 'changed'])
    expect(await row(home, id)).toMatchObject({ generation: 1, message_id: mails[1]?.id })
  })

  test('D17 not one whose mail is still on its way, not a closed one, not beyond what the policies allow', async () => {
    const id = await invite(home, 'eve@x.test')
    const untouched = async (days: number, code: string, facts: object) => {
      const before = await contents(home.deps)
      const refusal = await refused(as().extend({ ...acme, invitation: id, days }))
      expect(refusal).toMatchObject({ code, facts })
      expect(await contents(home.deps)).toBe(before)
    }
    await untouched(1, 'invitation-not-open', { status: 'pending' })
    await delivered(home, id, 'failed', '550 no such user')
    await untouched(1, 'invitation-not-open', { status: 'undeliverable' })
    await as().resend({ ...acme, invitations: [id] })
    await delivered(home, id)
    await untouched(359, 'expiry-out-of-range', { field: 'days', max: 365 })
    await untouched(0, 'invalid-input', { field: 'days' })
    await untouched(1.5, 'invalid-input', { field: 'days' })
    await untouched(Number.NaN, 'invalid-input', { field: 'days' })
    await as().revoke({ ...acme, invitations: [id] })
    await untouched(1, 'invitation-not-open', { status: 'revoked' })
  })

  test('one without an end has nothing to extend', async () => {
    const id = await invite(home, 'eve@x.test', { expiryDays: null })
    await delivered(home, id)
    const before = await contents(home.deps)
    expect(await as().extend({ ...acme, invitation: id, days: 7 })).toEqual({ expiresAt: null })
    expect(await contents(home.deps)).toBe(before)
  })
})

describe('edit', () => {
  test('D22 the old terms end, the new ones begin, link and end stay', async () => {
    const id = await invite(home, 'eve@x.test')
    await delivered(home, id)
    const before = await row(home, id)
    home.advance(1_000)
    const edited = await as('admin').edit({ ...acme, invitation: id, role: home.roles.viewer })
    expect(edited).toEqual({ role: { id: home.roles.viewer, key: 'viewer', name: 'Viewer' } })
    expect(await row(home, id)).toEqual(before)
    const terms = await home.database.reader
      .selectFrom('assignment')
      .select(['role_id', 'until', 'given_by'])
      .where('invitation_id', '=', id)
      .orderBy('id')
      .execute()
    expect(terms).toEqual([
      { role_id: home.roles.member, until: home.now(), given_by: home.people.owner.id },
      { role_id: home.roles.viewer, until: null, given_by: home.people.admin.id },
    ])
    expect((await trail(home, home.acme)).at(-1)).toMatchObject({
      action: 'invitation.edited',
      facts: { from: home.roles.member, to: home.roles.viewer },
    })
  })

  test('the same role again changes nothing', async () => {
    const id = await invite(home, 'eve@x.test')
    await delivered(home, id)
    const before = await contents(home.deps)
    await as().edit({ ...acme, invitation: id, role: home.roles.member })
    expect(await contents(home.deps)).toBe(before)
  })

  test('D17 D18 D19 only active ones and those whose mail came back', async () => {
    const id = await invite(home, 'eve@x.test')
    const edit = () => as().edit({ ...acme, invitation: id, role: home.roles.viewer })
    expect(await refused(edit())).toMatchObject({ facts: { status: 'pending' } })
    await delivered(home, id)
    home.advance(7 * DAY)
    expect(await refused(edit())).toMatchObject({ code: 'invitation-not-open', facts: { status: 'expired' } })
    await as().resend({ ...acme, invitations: [id] })
    await delivered(home, id, 'failed')
    await edit()
  })

  test('A10 nobody edits their way up, nor takes away what is above them', async () => {
    const low = await invite(home, 'eve@x.test', { as: 'admin' })
    const high = await invite(home, 'bob@x.test', { role: home.roles.owner })
    await delivered(home, low)
    await delivered(home, high)
    const before = await contents(home.deps)
    const up = as('admin').edit({ ...acme, invitation: low, role: home.roles.owner })
    const down = as('admin').edit({ ...acme, invitation: high, role: home.roles.viewer })
    for (const call of [up, down]) expect((await refused(call)).code).toBe('beyond-your-own')
    expect(await contents(home.deps)).toBe(before)
  })
})

describe('remove', () => {
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
})

describe('copy link', () => {
  test('T19 the copied link of the present generation, and an entry that it was copied', async () => {
    const id = await invite(home, 'eve@x.test')
    await as().resend({ ...acme, invitations: [id] })
    const { link } = await as().copyLink({ ...acme, invitation: id })
    const secret = home.deps.links.secret('invitation-copied', id, 2)
    expect(link).toBe(`https://roster.test/invitations/${id}#c.${secret}`)
    expect((await trail(home, home.acme)).at(-1)).toMatchObject({
      action: 'invitation.link-copied',
      target: { id },
      facts: { generation: 2 },
    })
    expect(JSON.stringify(await trail(home, home.acme))).not.toContain(secret)
  })

  test('D18 D19 not of an expired or closed one', async () => {
    const id = await invite(home, 'eve@x.test')
    home.advance(7 * DAY)
    const before = await contents(home.deps)
    expect((await refused(as().copyLink({ ...acme, invitation: id }))).code).toBe('invitation-not-open')
    expect(await contents(home.deps)).toBe(before)
  })
})

describe('who may touch what', () => {
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
})
