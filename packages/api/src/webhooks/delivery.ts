import { type Instant, Refusal } from '@roster/domain'
import { z } from 'zod'
import { IdOf } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { type DeliveryItem, deliveryItem } from './deliveries.ts'
import { ofWebhook } from './input.ts'
import { entryAt, payloadOf } from './payload.ts'
import { webhookIn } from './store.ts'

export interface AttemptItem {
  readonly number: number
  readonly at: Instant
  /** How long it took. */
  readonly ms: number
  /** Null: there was no answer. */
  readonly status: number | null
  readonly reason: string | null
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly responseHeaders: Readonly<Record<string, string>>
  /** The beginning of what was answered. */
  readonly responseBody: string
}

export interface DeliveryDetail extends DeliveryItem {
  /** What is sent, to the byte; null once it is kept no more. */
  readonly body: string | null
  /** The newest first. */
  readonly tried: readonly AttemptItem[]
}

/** As many as all attempts of ten replays. */
const MOST_SHOWN = 100
const Headers = z.record(z.string(), z.string())

/** One delivery with everything that was tried. Refuses with `not-found`. */
export const getDelivery = query({
  permission: 'webhooks.manage',
  input: ofWebhook({ delivery: IdOf('dlv') }),
  async run({ db, organization }, { webhook, delivery }): Promise<DeliveryDetail> {
    await webhookIn(db, organization.id, webhook)
    const row = await db
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('organization_id', '=', organization.id)
      .where('webhook_id', '=', webhook)
      .where('id', '=', delivery)
      .executeTakeFirst()
    if (!row) throw new Refusal('not-found', { field: 'delivery' })
    const entry = row.body === null ? await entryAt(db, organization.id, row.sequence) : null
    const attempts = await db
      .selectFrom('webhook_attempt')
      .selectAll()
      .where('delivery_id', '=', delivery)
      .orderBy('number', 'desc')
      .limit(MOST_SHOWN)
      .execute()
    return {
      ...deliveryItem(row),
      body: row.body ?? (entry === null ? null : payloadOf(entry)),
      tried: attempts.map((one) => ({
        number: one.number,
        at: one.at,
        ms: one.ms,
        status: one.status,
        reason: one.reason,
        requestHeaders: Headers.parse(JSON.parse(one.request_headers)),
        responseHeaders: Headers.parse(JSON.parse(one.response_headers)),
        responseBody: one.response_body,
      })),
    }
  },
})
