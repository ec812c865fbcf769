import { EVENT_TYPES } from '@roster/domain'
import { z } from 'zod'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Page, Person, Secret } from '../transport/rest/schemas.ts'
import { filled } from '../transport/rest/showing.ts'
import { createWebhook } from './create.ts'
import { deleteWebhook } from './delete.ts'
import { listDeliveries } from './deliveries.ts'
import { getDelivery } from './delivery.ts'
import { getWebhook } from './get.ts'
import { listWebhooks } from './list.ts'
import { replayDelivery } from './replay.ts'
import { rotateWebhook } from './rotate.ts'
import { testWebhook } from './send-test.ts'
import { disableWebhook, enableWebhook } from './switch.ts'
import { updateWebhook } from './update.ts'

const ALL = '/organizations/{organization}/webhooks'
const ONE = `${ALL}/{webhook}`

const Webhook = z
  .object({
    id: AnId('whk'),
    name: z.string(),
    url: z.string(),
    events: z.array(z.string()).describe('`*` for all, `member.*` for those of a kind, or events by name.'),
    state: z.enum(['on', 'failing', 'off']),
    off: z
      .object({
        at: At,
        reason: z
          .enum(['gone', 'failing', 'person'])
          .describe('It answered 410, took nothing for three days, or somebody did it.'),
      })
      .nullable(),
    failingSince: At.nullable().describe('Nothing was taken since.'),
    lastSuccessAt: At.nullable(),
    lastFailureAt: At.nullable(),
    pending: z.int().describe('Deliveries that are made and not yet taken.'),
    missed: z.int().describe('Events that were dropped before they could be sent.'),
    previousSecretUntil: At.nullable().describe('Until when the secret before this one signs as well.'),
    createdAt: At,
    createdBy: Person.nullable(),
  })
  .meta({ id: 'Webhook', description: 'An address that is told of events. Its secret is not among it.' })

const Delivery = z
  .object({
    id: AnId('dlv'),
    event: z.enum(EVENT_TYPES),
    eventId: AnId('aud').describe('The `webhook-id` it is sent with, the same at every attempt.'),
    sequence: z.int().describe('The place of the event in the audit trail.'),
    state: z.enum(['pending', 'delivered', 'failed']),
    attempts: z.int(),
    nextAttemptAt: At.nullable(),
    createdAt: At,
    settledAt: At.nullable(),
    lastStatus: z.int().nullable(),
    lastReason: z.string().nullable(),
  })
  .meta({ id: 'Delivery', description: 'An event on its way to a webhook.' })

const DeliveryDetail = Delivery.extend({
  body: z.string().nullable().describe('What is sent, to the byte; null once it is kept no more.'),
  tried: z
    .array(
      z.object({
        number: z.int(),
        at: At,
        ms: z.int().describe('How long it took, in milliseconds.'),
        status: z.int().nullable().describe('Null: there was no answer.'),
        reason: z.string().nullable(),
        requestHeaders: z.record(z.string(), z.string()),
        responseHeaders: z.record(z.string(), z.string()),
        responseBody: z.string().describe('The beginning of what was answered.'),
      }),
    )
    .describe('The newest first.'),
}).meta({ id: 'DeliveryDetail', description: 'A delivery with everything that was tried.' })

const one = get({
  path: ONE,
  name: 'webhooks.get',
  summary: 'Get a webhook',
  calls: getWebhook,
  answers: Webhook,
})

const delivery = get({
  path: `${ONE}/deliveries/{delivery}`,
  name: 'webhooks.delivery',
  summary: 'Get a delivery with its attempts',
  calls: getDelivery,
  answers: DeliveryDetail,
})

/** The resource `webhooks`. */
export const webhookRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'webhooks.list',
    summary: 'List webhooks',
    calls: listWebhooks,
    answers: Page(Webhook, 'WebhookPage'),
    shows: (items) => ({ items, total: items.length, nextCursor: null }),
  }),
  one,
  act({
    method: 'POST',
    path: ALL,
    name: 'webhooks.create',
    summary: 'Create a webhook',
    description:
      'It is told of what happens from now on. Requests are signed after the Standard Webhooks specification with the secret, which is answered this once.',
    refuses: ['webhook-url', 'webhook-limit', 'invalid-name'],
    calls: createWebhook,
    success: 201,
    answers: z
      .object({ id: AnId('whk'), secret: Secret })
      .meta({ id: 'NewWebhook', description: 'A webhook that was just made, with its secret.' }),
    shows: ({ webhook, secret }) => ({ id: webhook, secret }),
    made: ({ webhook }, { organization = '' }) => filled(ONE, { organization, webhook }),
  }),
  act({
    method: 'PATCH',
    path: ONE,
    name: 'webhooks.update',
    summary: 'Change a webhook',
    refuses: ['webhook-url', 'invalid-name'],
    calls: updateWebhook,
    resource: one,
    at: (_, params) => params,
  }),
  act({
    method: 'DELETE',
    path: ONE,
    name: 'webhooks.delete',
    summary: 'Delete a webhook',
    description: 'What waits is not sent any more.',
    calls: deleteWebhook,
    nothing: true,
    resource: one,
  }),
  act({
    method: 'POST',
    path: `${ONE}/rotate`,
    name: 'webhooks.rotate',
    summary: 'Give a webhook a new secret',
    description: 'The old one signs as well for a day, so that the receiver can be changed meanwhile.',
    calls: rotateWebhook,
    answers: z
      .object({ secret: Secret, previousSecretUntil: At })
      .meta({ id: 'RotatedWebhook', description: 'The new secret of a webhook.' }),
  }),
  act({
    method: 'POST',
    path: `${ONE}/enable`,
    name: 'webhooks.enable',
    summary: 'Switch a webhook on',
    description: 'With `missed: "send"` also what was held and what happened meanwhile.',
    calls: enableWebhook,
    resource: one,
    success: 200,
    at: (_, params) => params,
  }),
  act({
    method: 'POST',
    path: `${ONE}/disable`,
    name: 'webhooks.disable',
    summary: 'Switch a webhook off',
    description: 'What waits is held until it is switched on again.',
    calls: disableWebhook,
    resource: one,
    success: 200,
    at: (_, params) => params,
  }),
  act({
    method: 'POST',
    path: `${ONE}/test`,
    name: 'webhooks.test',
    summary: 'Send a test event',
    description: 'The event `webhook.tested`, which this webhook gets whatever its filters say.',
    refuses: ['webhook-off'],
    calls: testWebhook,
    nothing: true,
  }),
  get({
    path: `${ONE}/deliveries`,
    name: 'webhooks.deliveries',
    summary: 'List deliveries',
    description: 'What was and will be sent, the newest event first; kept for thirty days.',
    refuses: ['cursor-invalid'],
    calls: listDeliveries,
    answers: Page(Delivery, 'DeliveryPage'),
  }),
  delivery,
  act({
    method: 'POST',
    path: `${ONE}/deliveries/{delivery}/replay`,
    name: 'webhooks.replay',
    summary: 'Send an event again',
    refuses: ['webhook-off', 'event-gone'],
    calls: replayDelivery,
    resource: delivery,
    success: 200,
    at: (_, params) => params,
  }),
]
