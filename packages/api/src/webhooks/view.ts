import type { EventFilter, Instant, OffReason, WebhookId } from '@roster/domain'
import { sql } from 'kysely'
import { type Person, peopleOf } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'
import { filtersOf, type StoredWebhook } from './store.ts'

/** On and taken, on and not taken at the moment, or off. */
export type WebhookState = 'on' | 'failing' | 'off'

export interface WebhookItem {
  readonly id: WebhookId
  readonly name: string
  /** In full: only those who may keep webhooks ask for it. */
  readonly url: string
  readonly events: readonly EventFilter[]
  readonly state: WebhookState
  readonly off: { readonly at: Instant; readonly reason: OffReason | 'person' } | null
  /** Nothing was accepted since. */
  readonly failingSince: Instant | null
  readonly lastSuccessAt: Instant | null
  readonly lastFailureAt: Instant | null
  /** Made and not yet taken; events are added as these are, so there are never very many. */
  readonly pending: number
  /** Events that were dropped before they could be sent: too old, or cut off the trail. */
  readonly missed: number
  /** Until when the secret before the present one signs as well. */
  readonly previousSecretUntil: Instant | null
  readonly createdAt: Instant
  readonly createdBy: Person | null
}

/** Webhooks as their pages show them. */
export async function viewsOf(
  db: Reads,
  rows: readonly StoredWebhook[],
  now: Instant,
): Promise<readonly WebhookItem[]> {
  const [first] = rows
  if (!first) return []
  const people = await peopleOf(
    db,
    first.organization_id,
    rows.flatMap((row) => row.created_by ?? []),
  )
  const pending = await pendingOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    events: filtersOf(row),
    state: row.disabled_at !== null ? 'off' : row.failing_since !== null ? 'failing' : 'on',
    off:
      row.disabled_at !== null && row.disabled_reason !== null
        ? { at: row.disabled_at, reason: row.disabled_reason }
        : null,
    failingSince: row.failing_since,
    lastSuccessAt: row.last_success_at,
    lastFailureAt: row.last_failure_at,
    pending: pending.get(row.id) ?? 0,
    missed: row.missed,
    previousSecretUntil: row.previous_until !== null && row.previous_until > now ? row.previous_until : null,
    createdAt: row.since,
    createdBy: row.created_by ? (people.get(row.created_by) ?? null) : null,
  }))
}

async function pendingOf(db: Reads, ids: readonly WebhookId[]): Promise<ReadonlyMap<WebhookId, number>> {
  const { rows } = await sql<{ id: WebhookId; pending: number }>`
    select j.value as id,
        (select count(*) from webhook_delivery d where d.webhook_id = j.value and d.state = 'pending') as pending
      from json_each(${JSON.stringify(ids)}) j
  `.execute(db)
  return new Map(rows.map((row) => [row.id, row.pending]))
}
