import { type Instant, signingGenerations, type WebhookId } from '@roster/domain'
import { webhookSecret } from '@roster/webhooks'
import type { LinkKey } from '../platform/links.ts'

/** The secret of a generation, derived from the instance key: it is shown once and stored nowhere. */
export function secretOf(links: LinkKey, webhook: WebhookId, generation: number): string {
  return webhookSecret(Buffer.from(links.secret('webhook', webhook, generation), 'base64url'))
}

/** The secrets to sign with now: two of them while one takes the place of the other. */
export function signingSecrets(
  links: LinkKey,
  webhook: {
    readonly id: WebhookId
    readonly generation: number
    readonly previous_until: Instant | null
  },
  now: Instant,
): readonly string[] {
  const { id, generation, previous_until: previousUntil } = webhook
  return signingGenerations({ generation, previousUntil }, now).map((one) => secretOf(links, id, one))
}
