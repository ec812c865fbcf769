import type {
  AuditEntryId,
  DeliveryId,
  EventType,
  Instant,
  OffReason,
  OrganizationId,
  UserId,
  WebhookId,
} from '@roster/domain'
import type { Generated } from 'kysely'

/** Where events of an organization are sent to. */
export interface WebhookTable {
  id: WebhookId
  organization_id: OrganizationId
  name: string
  url: string
  /** Filters, in JSON. */
  events: string
  position: number
  missed: Generated<number>
  generation: Generated<number>
  previous_until: Generated<Instant | null>
  last_success_at: Generated<Instant | null>
  last_failure_at: Generated<Instant | null>
  failing_since: Generated<Instant | null>
  disabled_at: Generated<Instant | null>
  disabled_reason: Generated<OffReason | 'person' | null>
  created_by: UserId | null
  since: Instant
  until: Instant | null
}

export type DeliveryState = 'pending' | 'delivered' | 'failed'

/** An event on its way to one endpoint. */
export interface WebhookDeliveryTable {
  id: DeliveryId
  organization_id: OrganizationId
  webhook_id: WebhookId
  sequence: number
  entry_id: AuditEntryId
  event: EventType
  state: DeliveryState
  attempts: Generated<number>
  tries: Generated<number>
  begun_at: Generated<Instant | null>
  next_attempt_at: Instant | null
  created_at: Instant
  settled_at: Generated<Instant | null>
  last_status: Generated<number | null>
  last_reason: Generated<string | null>
  body: Generated<string | null>
}

/** One request, and what was answered. */
export interface WebhookAttemptTable {
  delivery_id: DeliveryId
  number: number
  at: Instant
  ms: number
  status: number | null
  reason: string | null
  request_headers: string
  response_headers: string
  response_body: string
}
