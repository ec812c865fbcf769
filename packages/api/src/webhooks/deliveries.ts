import {
  type AuditEntryId,
  type DeliveryId,
  type EventType as EventName,
  type Instant,
  type OrganizationId,
  Refusal,
  type WebhookId,
} from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { DeliveryState } from '../platform/webhook-tables.ts'
import type { Reads } from '../platform/writer.ts'
import { EventType, ofWebhook } from './input.ts'
import { type StoredDelivery, webhookIn } from './store.ts'

export interface DeliveryItem {
  readonly id: DeliveryId
  readonly event: EventName
  /** The `webhook-id` it is sent with: the entry of the trail. */
  readonly eventId: AuditEntryId
  /** The place of that entry in the trail. */
  readonly sequence: number
  readonly state: DeliveryState
  readonly attempts: number
  /** Null when it was settled, and while the webhook is off. */
  readonly nextAttemptAt: Instant | null
  readonly createdAt: Instant
  readonly settledAt: Instant | null
  /** What was answered last. */
  readonly lastStatus: number | null
  /** Why there was no answer, or why it was given up. */
  readonly lastReason: string | null
}

export interface DeliveryPage {
  readonly items: readonly DeliveryItem[]
  readonly total: number
  /** Counting stops at a thousand. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

const COUNT_AT_MOST = 1_000

interface Filter {
  readonly webhook: WebhookId
  readonly state: DeliveryState | undefined
  readonly event: EventName | undefined
}

/** What was and will be sent, the newest event first. Refuses with `not-found` and `cursor-invalid`. */
export const listDeliveries = query({
  permission: 'webhooks.manage',
  input: ofWebhook({
    ...Paging,
    state: z.enum(['pending', 'delivered', 'failed']).optional(),
    event: EventType.optional(),
  }),
  async run({ db, organization }, { webhook, state, event, page, pageSize, cursor }): Promise<DeliveryPage> {
    await webhookIn(db, organization.id, webhook)
    const filter = { webhook, state, event }
    const list = ['deliveries', organization.id, webhook, state ?? null, event ?? null]
    const before = cursor === undefined ? null : sequenceIn(placeOf(list, cursor))
    const skip = cursor === undefined ? (page - 1) * pageSize : 0
    let wanted = filtered(db, organization.id, filter).selectAll().orderBy('sequence', 'desc')
    if (before !== null) wanted = wanted.where('sequence', '<', before)
    const found = await wanted
      .limit(pageSize + 1)
      .offset(skip)
      .execute()
    const counted = await db
      .selectFrom(
        filtered(db, organization.id, filter)
          .select('id')
          .limit(COUNT_AT_MOST + 1)
          .as('some'),
      )
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const shown = found.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: shown.map(deliveryItem),
      total: Math.min(counted.total, COUNT_AT_MOST),
      totalIsCapped: counted.total > COUNT_AT_MOST,
      nextCursor: found.length > pageSize && last ? cursorAt(list, [last.sequence]) : null,
      page,
    }
  },
})

function filtered(db: Reads, organization: OrganizationId, { webhook, state, event }: Filter) {
  let some = db
    .selectFrom('webhook_delivery')
    .where('organization_id', '=', organization)
    .where('webhook_id', '=', webhook)
  if (state) some = some.where('state', '=', state)
  if (event) some = some.where('event', '=', event)
  return some
}

/** A delivery as lists show it. */
export function deliveryItem(row: StoredDelivery): DeliveryItem {
  return {
    id: row.id,
    event: row.event,
    eventId: row.entry_id,
    sequence: row.sequence,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    lastStatus: row.last_status,
    lastReason: row.last_reason,
  }
}

function sequenceIn([sequence]: readonly (string | number | null)[]): number {
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence)) throw new Refusal('cursor-invalid')
  return sequence
}
