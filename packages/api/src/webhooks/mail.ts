import type { Instant, UserId, WebhookId } from '@roster/domain'
import type { OutboxMessage } from '../platform/outbox.ts'

/** To an owner: that a webhook was switched off, at this moment, since nothing takes what it sends. */
export function webhookDisabledMail(webhook: WebhookId, at: Instant, owner: UserId): OutboxMessage {
  return {
    kind: 'webhook-disabled',
    reference: webhook,
    event: `webhook:${webhook}:off:${at}:${owner}`,
    facts: { to: owner },
  }
}
