import { DAY } from '@roster/domain'
import type { Poster } from '@roster/webhooks'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { compose } from '../outbox/compose.ts'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { hook, localPoster, type Receiver, receiver, sending, typesOf } from './testing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let poster: Poster
let home: House
let at: Receiver
let send: () => Promise<void>
beforeEach(async () => {
  poster = localPoster()
  home = await house({ webhookTargets: poster })
  at = await receiver()
  send = sending(home, poster)
})
afterEach(async () => {
  vi.useRealTimers()
  poster.close()
  await at.close()
  await home.close()
})

const acme = { organization: 'acme' }
const owner = () => home.as('owner').webhooks
const rename = (title: string) =>
  home.as('owner').members.update({ ...acme, member: home.people.viewer.member ?? '', title })
const only = async () => {
  const [item] = await owner().list(acme)
  if (!item) throw new Error('there is none')
  return item
}
const deliveries = async () => {
  const { id: webhook } = await only()
  return (await owner().deliveries({ ...acme, webhook })).items
}
/** The library reads the clock of the machine. */
const verified = (secret: string, index: number) => {
  vi.useFakeTimers({ toFake: ['Date'], now: home.now() })
  const got = at.got[index]
  if (!got) throw new Error('nothing arrived')
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } = got.headers
  return new Webhook(secret).verify(got.body, {
    'webhook-id': String(id),
    'webhook-timestamp': String(seconds),
    'webhook-signature': String(signature),
  })
}

test('D49 A45 an event arrives as the trail has it, and the official library verifies it', async () => {
  const { webhook, secret } = await hook(home, at.url)
  await rename('Analyst')
  await send()
  const { items } = await home.as('owner').audit.list(acme)
  const [updated, created] = items
  expect(typesOf(at.got)).toEqual(['webhook.created', 'member.updated'])
  expect(verified(secret, 1)).toEqual({
    type: 'member.updated',
    timestamp: new Date(home.now()).toISOString(),
    data: {
      id: updated?.id,
      organization: home.acme,
      sequence: updated?.sequence,
      actor: { kind: 'user', id: home.people.owner.id },
      target: { kind: 'user', id: home.people.viewer.id },
      allowed_by: expect.stringMatching(/^asg_/),
      change: updated?.change,
      facts: updated?.facts,
    },
  })
  expect(at.got.map(({ headers }) => headers['webhook-id'])).toEqual([created?.id, updated?.id])
  expect(await only()).toMatchObject({
    state: 'on',
    pending: 0,
    lastSuccessAt: home.now(),
    failingSince: null,
  })
  const [delivery] = await deliveries()
  const detail = await owner().delivery({ ...acme, webhook, delivery: delivery?.id ?? '' })
  expect(detail).toMatchObject({
    ...{ state: 'delivered', attempts: 1, lastStatus: 204, nextAttemptAt: null, body: at.got[1]?.body },
    tried: [
      {
        ...{ number: 1, at: home.now(), status: 204, reason: null },
        requestHeaders: { 'webhook-id': updated?.id },
      },
    ],
  })
  expect(await faults(home)).toEqual([])
})

test('only what an endpoint chose is sent to it; a test always is', async () => {
  const { webhook } = await hook(home, at.url, ['role.*', 'member.joined'])
  await rename('Analyst')
  await home.as('owner').roles.create({
    ...acme,
    ...{ level: 'organization', name: 'Guest', permissions: ['organization.read'] },
  })
  const other = await hook(home, at.url, ['project.created'])
  await owner().test({ ...acme, webhook })
  await send()
  expect(typesOf(at.got)).toEqual(['role.created', 'webhook.tested'])
  expect((await owner().deliveries({ ...acme, webhook: other.webhook })).items).toEqual([])
})

test('A45 while secrets rotate, both verify; after a day only the new one does', async () => {
  const { webhook, secret } = await hook(home, at.url, ['role.created'])
  const rotated = await owner().rotate({ ...acme, webhook })
  await owner().test({ ...acme, webhook })
  await send()
  verified(secret, 0)
  verified(rotated.secret, 0)
  home.advance(DAY)
  await owner().test({ ...acme, webhook })
  await send()
  verified(rotated.secret, 1)
  expect(() => verified(secret, 1)).toThrow(WebhookVerificationError)
})

test('F22 errors are tried again on the schedule under the same id, until it is taken', async () => {
  await hook(home, at.url, ['webhook.created'])
  at.answer(500)
  await send()
  expect(await only()).toMatchObject({ state: 'failing', failingSince: home.now(), pending: 1 })
  expect(await deliveries()).toMatchObject([{ state: 'pending', attempts: 1, lastStatus: 500 }])
  home.advance(4_999)
  await send()
  expect(at.got).toHaveLength(1)
  home.advance(1_000)
  await send()
  expect(at.got).toHaveLength(2)
  at.answer(200)
  home.advance(6 * MINUTE)
  await send()
  expect(new Set(at.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  const stamps = at.got.map(({ headers }) => Number(headers['webhook-timestamp']))
  expect(stamps).toEqual([...new Set(stamps)].sort())
  expect(await only()).toMatchObject({ state: 'on', failingSince: null, pending: 0 })
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 3, lastStatus: 200 }])
})

test('F22 410 switches off at once; the owners are told, in the trail and by mail', async () => {
  const { webhook } = await hook(home, at.url, ['webhook.created'])
  at.answer(410)
  await send()
  expect(await only()).toMatchObject({ state: 'off', off: { at: home.now(), reason: 'gone' } })
  expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 1, lastStatus: 410 }])
  const { items } = await home.as('owner').audit.list(acme)
  expect(items[0]).toMatchObject({
    action: 'webhook.disabled',
    actor: null,
    target: { id: webhook, label: 'Chat' },
    facts: { reason: 'gone', failing_since: home.now() },
  })
  const message = await home.deps.reader
    .selectFrom('message')
    .selectAll()
    .where('kind', '=', 'webhook-disabled')
    .executeTakeFirstOrThrow()
  const letter = await compose(home.deps, message, home.now())
  expect(letter).toMatchObject({ to: home.people.owner.email })
  expect(letter && 'rendered' in letter && letter.rendered.text).toContain('410 Gone')
  expect(letter && 'rendered' in letter && letter.rendered.text).toContain(
    `/acme/settings/webhooks/${webhook}`,
  )
  await owner().enable({ ...acme, webhook })
  expect(await compose(home.deps, message, home.now())).toBeNull()
})

test('F22 down for three days: ten attempts, then switched off; nothing that happened meanwhile is lost', async () => {
  const { webhook } = await hook(home, at.url, ['webhook.created', 'member.updated'])
  at.answer((response) => response.destroy())
  const began = home.now()
  for (let hours = 0; (await only()).state !== 'off'; hours++) {
    if (hours > 100) throw new Error('it is never switched off')
    await send()
    home.advance(hours < 3 ? 10 * MINUTE : HOUR)
  }
  const off = (await only()).off
  expect(off?.reason).toBe('failing')
  expect((off?.at ?? 0) - began).toBeGreaterThan(72 * HOUR)
  // Ten waits with their jitter, each found by the hour.
  expect((off?.at ?? 0) - began).toBeLessThan(94 * HOUR)
  expect(at.got).toHaveLength(10)
  expect(await deliveries()).toMatchObject([
    {
      ...{ state: 'failed', attempts: 10, lastStatus: null },
      lastReason: 'The connection was cut before there was an answer.',
    },
  ])
  await rename('Analyst')
  await send()
  expect(at.got).toHaveLength(10)
  at.answer(200)
  await owner().enable({ ...acme, webhook, missed: 'send' })
  await send()
  expect(typesOf(at.got.slice(10))).toEqual(['member.updated'])
  expect((await home.as('owner').audit.list({ ...acme, action: 'webhook.disabled' })).items).toHaveLength(1)
})

test('F22 one event that a receiver cannot stomach switches nothing off', async () => {
  await hook(home, at.url, ['webhook.created', 'member.updated'])
  at.answer((response, { body }) => response.writeHead(body.includes('webhook.created') ? 400 : 200).end())
  for (let hours = 0; hours < 100; hours++) {
    await rename(`Analyst ${hours}`)
    await send()
    home.advance(HOUR)
  }
  expect(await only()).toMatchObject({ state: 'on', off: null })
  const failed = (await deliveries()).filter(({ state }) => state === 'failed')
  expect(failed).toEqual([])
  const { items } = await owner().deliveries({ ...acme, webhook: (await only()).id, state: 'failed' })
  expect(items).toMatchObject([{ event: 'webhook.created', attempts: 10 }])
})

test('A44 F22 redirects, silence and floods are failures, or are cut off, and are shown as what they were', async () => {
  const { webhook } = await hook(home, at.url, ['webhook.created'])
  at.answer((response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end())
  await send()
  at.answer(() => undefined)
  home.advance(6_000)
  await send()
  at.answer((response) => response.writeHead(200).end('x'.repeat(1_000_000)))
  home.advance(6 * MINUTE)
  await send()
  const [delivery] = await deliveries()
  const { tried } = await owner().delivery({ ...acme, webhook, delivery: delivery?.id ?? '' })
  expect(tried.map(({ status, reason }) => status ?? reason)).toEqual([
    200,
    'There was no answer within 0.3 seconds.',
    302,
  ])
  expect(tried[0]?.responseBody).toHaveLength(4_096)
  expect(tried[2]?.responseHeaders.location).toBe('http://169.254.169.254/')
})

test('F22 a receiver that asks for patience is left alone for as long', async () => {
  await hook(home, at.url, ['webhook.created'])
  at.answer((response) => response.writeHead(429, { 'retry-after': '3600' }).end())
  await send()
  expect(await deliveries()).toMatchObject([{ nextAttemptAt: home.now() + HOUR }])
})

test('an event is sent again under its own id, with the secret of today', async () => {
  const { webhook } = await hook(home, at.url, ['webhook.created'])
  await send()
  const { secret } = await owner().rotate({ ...acme, webhook })
  home.advance(2 * DAY)
  const [delivery] = await deliveries()
  if (!delivery) throw new Error('nothing was sent')
  await owner().replay({ ...acme, webhook, delivery: delivery.id })
  await send()
  expect(at.got).toHaveLength(2)
  expect(at.got[1]?.body).toBe(at.got[0]?.body)
  expect(at.got[1]?.headers['webhook-id']).toBe(at.got[0]?.headers['webhook-id'])
  verified(secret, 1)
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }])
  const { items } = await home.as('owner').audit.list({ ...acme, action: 'webhook.replayed' })
  expect(items[0]?.facts).toEqual({
    ...{ delivery: delivery.id, event: 'webhook.created', entry: delivery.eventId },
  })
})

test('A22 nothing is sent any more of an organization that ended, or to a webhook that was deleted or is off', async () => {
  const { webhook } = await hook(home, at.url)
  const second = await hook(home, at.url)
  at.answer(500)
  await send()
  await owner().disable({ ...acme, webhook })
  await owner().delete({ ...acme, webhook: second.webhook })
  const before = at.got.length
  home.advance(HOUR)
  await rename('Analyst')
  await send()
  expect(at.got).toHaveLength(before)
  await owner().enable({ ...acme, webhook, missed: 'send' })
  await home.as('owner').organizations.delete({ ...acme, confirm: 'acme' })
  home.advance(HOUR)
  await send()
  expect(at.got).toHaveLength(before)
  const waiting = await home.deps.reader
    .selectFrom('webhook_delivery')
    .select('id')
    .where('state', '=', 'pending')
    .execute()
  expect(waiting).toEqual([])
})
