import type { DeliveryId, Instant, OrganizationId, WebhookId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'
import type { StoredDelivery, StoredWebhook } from './store.ts'

/** An endpoint with something to send now. */
export interface DueEndpoint {
  readonly id: WebhookId
  readonly organization: OrganizationId
  readonly failing: boolean
}

/** The endpoints that something is to be sent to now. */
export async function dueEndpoints(db: Reads, now: Instant): Promise<readonly DueEndpoint[]> {
  const { rows } = await sql<{ id: WebhookId; organization: OrganizationId; failing: number }>`
    select w.id, w.organization_id as organization, w.failing_since is not null as failing from webhook w
      where w.until is null and w.disabled_at is null
        and exists (select 1 from webhook_delivery d where d.webhook_id = w.id and d.next_attempt_at <= ${now})
  `.execute(db)
  return rows.map(({ id, organization, failing }) => ({ id, organization, failing: failing === 1 }))
}

/** What is to be sent to an endpoint now: what has waited longest first, and in the order of the trail. */
export async function dueDeliveries(
  db: Reads,
  webhook: WebhookId,
  now: Instant,
  most: number,
): Promise<readonly DeliveryId[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .select('id')
    .where('webhook_id', '=', webhook)
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('sequence')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** When the next delivery is to be sent. */
export async function nextDue(db: Reads): Promise<Instant | null> {
  const row = await db
    .selectFrom('webhook_delivery')
    .select('next_attempt_at')
    .where('next_attempt_at', 'is not', null)
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_attempt_at ?? null
}

/** A delivery and its endpoint, if it is still to be sent. */
export async function stillDue(
  db: Reads,
  id: DeliveryId,
): Promise<{ readonly delivery: StoredDelivery; readonly webhook: StoredWebhook } | null> {
  const delivery = await db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('id', '=', id)
    .where('next_attempt_at', 'is not', null)
    .executeTakeFirst()
  if (!delivery) return null
  const webhook = await db
    .selectFrom('webhook')
    .selectAll()
    .where('organization_id', '=', delivery.organization_id)
    .where('id', '=', delivery.webhook_id)
    .where('until', 'is', null)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return webhook ? { delivery, webhook } : null
}
