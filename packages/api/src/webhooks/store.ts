import {
  type EventFilter,
  isEventFilter,
  type OrganizationId,
  Refusal,
  type UserId,
  type WebhookId,
} from '@roster/domain'
import type { Row } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

export type StoredWebhook = Row<'webhook'>
export type StoredDelivery = Row<'webhook_delivery'>

/** The webhook of this organization with this id. Refuses with `not-found`, also once it was deleted. */
export async function webhookIn(
  db: Reads,
  organization: OrganizationId,
  id: WebhookId,
): Promise<StoredWebhook> {
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field: 'webhook' })
  return row
}

/** The same of one that is to send something. Refuses with `webhook-off` while it is switched off. */
export async function sendingWebhookIn(
  db: Reads,
  organization: OrganizationId,
  id: WebhookId,
): Promise<StoredWebhook> {
  const webhook = await webhookIn(db, organization, id)
  if (webhook.disabled_at !== null) throw new Refusal('webhook-off')
  return webhook
}

/** The filters as stored; one that this version knows no more is nothing. */
export function filtersOf({ events }: Pick<StoredWebhook, 'events'>): readonly EventFilter[] {
  const texts: unknown = JSON.parse(events)
  return Array.isArray(texts)
    ? texts.filter((text): text is EventFilter => typeof text === 'string' && isEventFilter(text))
    : []
}

/** Changes what may change of a live webhook. */
export async function changeWebhook(
  tx: Transaction,
  { id, organization_id }: Pick<StoredWebhook, 'id' | 'organization_id'>,
  change: Partial<Omit<StoredWebhook, 'id' | 'organization_id' | 'since'>>,
): Promise<void> {
  await tx
    .updateTable('webhook')
    .set(change)
    .where('organization_id', '=', organization_id)
    .where('id', '=', id)
    .where('until', 'is', null)
    .execute()
}

/** The accounts of everybody who owns the organization. */
export async function owningUsers(db: Reads, organization: OrganizationId): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('role as r')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'r.organization_id').onRef('a.role_id', '=', 'r.id'),
    )
    .innerJoin('member as m', 'm.id', 'a.member_id')
    .select('m.user_id')
    .where('r.organization_id', '=', organization)
    .where('r.level', '=', 'organization')
    .where('r.key', '=', 'owner')
    .where('a.until', 'is', null)
    .where('m.until', 'is', null)
    .execute()
  return [...new Set(rows.map((row) => row.user_id))]
}
