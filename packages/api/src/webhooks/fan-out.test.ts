import { DAY } from '@roster/domain'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pruneAudit } from '../audit/prune.ts'
import { chainHead } from '../platform/audit.ts'
import { runJob } from '../platform/job.ts'
import { type House, house } from '../testing/house.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { dueDeliveries, dueEndpoints, nextDue, stillDue } from './due.ts'
import { endpointsBehind, fanOut, MOST_PENDING } from './fan-out.ts'
import { purgeDeliveries } from './purge.ts'
import { hook, localPoster, manyEvents, receiver, sending, silent, typesOf } from './testing.ts'
import { sendAllWebhooks } from './worker.ts'

const poster = localPoster(5_000)
let home: House
beforeEach(async () => {
  home = await house({ webhookTargets: poster })
})
afterEach(() => home.close())

const acme = { organization: 'acme' }
const owner = () => home.as('owner').webhooks
const count = async () => {
  const rows = await home.deps.reader.selectFrom('webhook_delivery').select('sequence').execute()
  return rows.length
}
/** Runs steps until there is nothing to do, or no room. */
async function fanOutAll() {
  for (let more = true; more; ) {
    more = false
    for (const behind of await endpointsBehind(home.deps.reader)) {
      const stepped = await fanOut(home.deps, behind)
      more = more || stepped.more
    }
  }
}

/** More than may wait at once; ten thousand are sent by the bench. */
const MANY = 2 * MOST_PENDING + 500

test('F22 thousands of events reach their receiver, each once, and what waits is bounded meanwhile', async () => {
  const at = await receiver()
  await hook(home, at.url, ['member.updated'])
  await manyEvents(home, home.acme, MANY)
  await fanOutAll()
  expect(await count()).toBe(MOST_PENDING)
  await sending(home, poster)()
  const ids = at.got.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(MANY)
  expect(new Set(ids).size).toBe(MANY)
  expect(await count()).toBe(MANY)
  await at.close()
})

test('a few events arrive in the order of the trail', async () => {
  const at = await receiver()
  await hook(home, at.url, ['member.updated'])
  for (let round = 0; round < 5; round++) {
    await manyEvents(home, home.acme, 3)
    await sending(home, poster)()
  }
  const sequences = at.got.map(({ body }) => {
    const { data }: { data: { sequence: number } } = JSON.parse(body)
    return data.sequence
  })
  expect(sequences).toHaveLength(15)
  expect(sequences).toEqual([...sequences].sort((a, b) => a - b))
  await at.close()
})

test('each endpoint of each organization gets its own trail, once', async () => {
  const at = await receiver()
  await hook(home, at.url, ['member.updated'])
  await hook(home, at.url, ['member.*'])
  await home
    .as('outsider')
    .webhooks.create({ organization: 'globex', name: 'Theirs', url: at.url, events: ['*'] })
  await manyEvents(home, home.acme, 7)
  await manyEvents(home, home.globex, 5)
  await sending(home, poster)()
  await sending(home, poster)()
  const of = (organization: string) => at.got.filter(({ body }) => body.includes(`"${organization}"`)).length
  expect(of(home.acme)).toBe(14)
  expect(of(home.globex)).toBe(6)
  await at.close()
})

test('a step that fails has made nothing and moved nothing', async () => {
  const { webhook } = await hook(home, 'http://127.0.0.1:9/', ['member.updated'])
  await manyEvents(home, home.acme, 3)
  const behind = { id: webhook, organization_id: home.acme }
  await home.deps.writer.run((tx) =>
    sql`create trigger sabotage before update of position on webhook
        begin select raise(abort, 'sabotage'); end`.execute(tx),
  )
  await expect(fanOut(home.deps, behind)).rejects.toThrow('sabotage')
  expect(await count()).toBe(0)
  await home.deps.writer.run((tx) => sql`drop trigger sabotage`.execute(tx))
  await fanOutAll()
  await fanOutAll()
  expect(await count()).toBe(3)
})

test('switched on again, what happened meanwhile is sent or left out, as asked', async () => {
  const at = await receiver()
  const { webhook } = await hook(home, at.url, ['member.updated', 'role.*'])
  const here = { ...acme, webhook }
  await owner().disable(here)
  await manyEvents(home, home.acme, 2)
  await owner().enable(here)
  await sending(home, poster)()
  expect(at.got).toHaveLength(0)
  await owner().disable(here)
  await manyEvents(home, home.acme, 2)
  await owner().enable({ ...here, missed: 'send' })
  await sending(home, poster)()
  expect(typesOf(at.got)).toEqual(['member.updated', 'member.updated'])
  await at.close()
})

test('what was held is left out when switched on without it, and says so', async () => {
  const { webhook } = await hook(home, 'http://127.0.0.1:9/', ['member.updated'])
  await manyEvents(home, home.acme, 2)
  await fanOutAll()
  await owner().disable({ ...acme, webhook })
  expect((await owner().list(acme))[0]).toMatchObject({ pending: 2 })
  expect(await nextDue(home.deps.reader)).toBeNull()
  await owner().enable({ ...acme, webhook })
  const { items } = await owner().deliveries({ ...acme, webhook })
  expect(items.map(({ state, lastReason }) => [state, lastReason])).toEqual([
    ['failed', 'The webhook was switched on again without it.'],
    ['failed', 'The webhook was switched on again without it.'],
  ])
})

test('events that leave the trail before they were sent are not lost silently', async () => {
  const { webhook } = await hook(home, 'http://127.0.0.1:9/', ['member.updated'])
  const here = { ...acme, webhook }
  await manyEvents(home, home.acme, 2)
  await fanOutAll()
  await owner().disable(here)
  await manyEvents(home, home.acme, 5)
  await home.as('owner').organizations.update({ ...acme, policies: { auditDays: 30 } })
  home.advance(40 * DAY)
  await manyEvents(home, home.acme, 1)
  await runJob(pruneAudit, home.deps)
  await owner().enable({ ...here, missed: 'send' })
  await sendAllWebhooks(home.deps, poster, silent)
  const { items } = await owner().deliveries({ ...here, state: 'failed' })
  expect(items.map(({ lastReason }) => lastReason)).toEqual([
    'The event left the audit trail before it could be sent.',
    'The event left the audit trail before it could be sent.',
  ])
  const [item] = await owner().list(acme)
  // The five, and the three entries about the webhook and the policy, of which nobody can say any more what they were.
  expect(item?.missed).toBe(7)
  await expect(owner().replay({ ...here, delivery: items[0]?.id ?? '' })).rejects.toThrow('not kept any more')
})

test('an entry that cannot be read is given up with the reason, and what comes after it is sent', async () => {
  const at = await receiver()
  const { webhook } = await hook(home, at.url, ['member.updated'])
  const entry = { id: home.deps.newId('aud'), action: 'member.updated', at: home.now(), facts: 'damaged' }
  await home.deps.writer.run(async (tx) => {
    const { sequence } = await chainHead(tx, home.acme)
    await tx
      .insertInto('audit_entry')
      .values({ chain: home.acme, sequence: sequence + 1, entry: JSON.stringify(entry), hash: '' })
      .execute()
  })
  await manyEvents(home, home.acme, 1)
  await sending(home, poster)()
  const { items } = await owner().deliveries({ ...acme, webhook })
  expect(items.map(({ state, lastReason }) => [state, lastReason])).toEqual([
    ['delivered', null],
    ['failed', 'The entry of the audit trail cannot be read.'],
  ])
  await at.close()
})

test('deliveries are kept for thirty days; those that are to be sent stay, those held are counted as missed', async () => {
  const at = await receiver()
  const taken = await hook(home, at.url, ['webhook.created'])
  await sending(home, poster)()
  at.answer(500)
  const failing = await hook(home, at.url, ['webhook.created'])
  const held = await hook(home, at.url, ['webhook.created'])
  await sending(home, poster)()
  await owner().disable({ ...acme, webhook: held.webhook })
  home.advance(30 * DAY - 1)
  expect(await runJob(purgeDeliveries, home.deps)).toBe(0)
  home.advance(1)
  // The first endpoint hears of the others as well.
  expect(await runJob(purgeDeliveries, home.deps)).toBeGreaterThanOrEqual(2)
  const pending = async (webhook: string) =>
    (await owner().deliveries({ ...acme, webhook, state: 'pending' })).items
  expect(await pending(taken.webhook)).toHaveLength(2)
  expect(await pending(failing.webhook)).toHaveLength(2)
  expect(await pending(held.webhook)).toHaveLength(0)
  expect(await owner().get({ ...acme, webhook: held.webhook })).toMatchObject({ missed: 1, pending: 0 })
  const attempts = await home.deps.reader
    .selectFrom('webhook_attempt as a')
    .leftJoin('webhook_delivery as d', 'd.id', 'a.delivery_id')
    .select('d.id')
    .where('d.id', 'is', null)
    .execute()
  expect(attempts).toEqual([])
  await at.close()
})

test('none of its questions walks through a table', async () => {
  const { webhook } = await hook(home, 'http://127.0.0.1:9/')
  await manyEvents(home, home.acme, 500)
  await fanOutAll()
  await home.deps.writer.run((tx) => sql`analyze`.execute(tx))
  const due = await dueDeliveries(home.deps.reader, webhook, home.now(), 16)
  const plans = await plansOf(home.deps.reader, async (db) => {
    await dueDeliveries(db, webhook, home.now(), 16)
    await nextDue(db)
    await stillDue(db, due[0] ?? home.deps.newId('dlv'))
    await dueEndpoints(db, home.now())
    await endpointsBehind(db)
  })
  // Endpoints are few, and those that send are an index of their own.
  expect(wholeWalks(plans).filter((step) => !/webhook_sending|SCAN w$|w USING/.test(step))).toEqual([])
  expect(plans.flatMap(({ steps }) => steps).join('\n')).toContain('webhook_delivery_due')
})
