import { setTimeout as pause } from 'node:timers/promises'
import type { Poster } from '@roster/webhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { hook, localPoster, manyEvents, type Receiver, receiver, silent } from './testing.ts'
import { startWebhookWorker, type WebhookWorker } from './worker.ts'

let poster: Poster
let home: House
let workers: WebhookWorker[]
let receivers: Receiver[]
beforeEach(async () => {
  poster = localPoster(2_000)
  home = await house({ webhookTargets: poster })
  workers = []
  receivers = []
})
afterEach(async () => {
  for (const worker of workers) await worker.stop()
  for (const one of receivers) await one.close()
  poster.close()
  await home.close()
})

const acme = { organization: 'acme' }
function start(): WebhookWorker {
  const worker = startWebhookWorker(home.deps, poster, silent)
  workers.push(worker)
  return worker
}
async function listening(): Promise<Receiver> {
  const one = await receiver()
  receivers.push(one)
  return one
}
async function until(what: () => boolean | Promise<boolean>, most = 5_000): Promise<void> {
  const end = performance.now() + most
  while (!(await what())) {
    if (performance.now() > end) throw new Error('it never came to this')
    await pause(10)
  }
}
const distinct = (of: Receiver) => new Set(of.got.map(({ headers }) => headers['webhook-id'])).size

test('an event is sent as soon as it is committed, and open pages are told', async () => {
  const at = await listening()
  start()
  const told: string[] = []
  home.deps.changes.subscribe(({ slice }) => told.push(slice))
  await hook(home, at.url)
  await until(() => at.got.length === 1)
  const before = told.length
  await until(() => told.length > before)
  expect(told.at(-1)).toBe('webhooks')
})

test('a worker that is stopped in the middle has lost nothing: the next one sends the rest', async () => {
  const at = await listening()
  await hook(home, at.url, ['member.updated'])
  await manyEvents(home, home.acme, 300)
  at.answer((response) => void setTimeout(() => response.writeHead(204).end(), 5))
  for (let run = 0; run < 5; run++) {
    const worker = start()
    const before = at.got.length
    await until(() => at.got.length > before + 10)
    await worker.stop()
  }
  start()
  await until(() => distinct(at) === 300, 20_000)
  const states = async () => {
    const rows = await home.deps.reader.selectFrom('webhook_delivery').select('state').execute()
    return rows.map((row) => row.state)
  }
  await until(async () => (await states()).every((state) => state === 'delivered'))
  expect(await states()).toHaveLength(300)
}, 30_000)

test('who dies between the answer and the note sends it again under the same id: at least once, never not', async () => {
  const at = await listening()
  await hook(home, at.url, ['webhook.created'])
  // The process ends while the receiver has it and before anybody heard the answer.
  poster.close()
  poster = localPoster(10_000)
  let answering: (() => void) | undefined
  at.answer((response) => {
    answering = () => response.writeHead(204).end()
  })
  const first = start()
  await until(() => at.got.length === 1)
  await first.stop()
  answering?.()
  at.answer(204)
  start()
  await until(() => at.got.length === 2)
  expect(distinct(at)).toBe(1)
}, 15_000)

test('F22 one that never answers delays nobody else, not even with a backlog of its own', async () => {
  const deaf = await listening()
  deaf.answer(() => undefined)
  for (let index = 0; index < 10; index++) await hook(home, deaf.url, ['member.updated'])
  await manyEvents(home, home.acme, 50)
  start()
  await until(() => deaf.got.length >= 8)
  const quick = await listening()
  await home
    .as('outsider')
    .webhooks.create({ organization: 'globex', name: 'Quick', url: quick.url, events: ['*'] })
  await hook(home, quick.url, ['webhook.created'])
  const began = performance.now()
  await until(() => quick.got.length === 2)
  expect(performance.now() - began).toBeLessThan(1_500)
}, 20_000)

test('F22 endpoints take turns: one with a backlog does not keep the others waiting', async () => {
  const busy = await listening()
  busy.answer((response) => void setTimeout(() => response.writeHead(204).end(), 10))
  for (let index = 0; index < 18; index++) await hook(home, busy.url, ['member.updated'])
  await manyEvents(home, home.acme, 200)
  start()
  await until(() => busy.got.length > 50)
  const quick = await listening()
  await home
    .as('outsider')
    .webhooks.create({ organization: 'globex', name: 'Quick', url: quick.url, events: ['*'] })
  await until(() => quick.got.length === 1, 3_000)
  expect(busy.got.length).toBeLessThan(18 * 200)
}, 20_000)

test('what was switched off or deleted meanwhile is not sent any more', async () => {
  const at = await listening()
  const { webhook } = await hook(home, at.url, ['member.updated'])
  await manyEvents(home, home.acme, 100)
  at.answer((response) => void setTimeout(() => response.writeHead(204).end(), 20))
  start()
  await until(() => at.got.length > 5)
  await home.as('owner').webhooks.delete({ ...acme, webhook })
  await pause(150)
  const after = at.got.length
  await pause(200)
  expect(at.got.length).toBe(after)
  expect(after).toBeLessThan(100)
})
