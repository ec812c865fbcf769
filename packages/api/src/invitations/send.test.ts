import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, invite, row, trail } from './testing.ts'

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
  expect(codes(outcomes)).toEqual(['sent', 'invalid-email', 'sent', 'already-member', 'username-unknown'])
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

test('A02 unknown fields are refused, not dropped', async () => {
  const before = await contents(home.deps)
  for (const more of [{ state: 'accepted' }, { invited_by: 'x' }, { generation: 9 }]) {
    expect((await refused(send(['eve@acme.test'], more))).code).toBe('invalid-input')
  }
  expect(await contents(home.deps)).toBe(before)
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
