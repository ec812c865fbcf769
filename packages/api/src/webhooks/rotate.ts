import { SECRET_OVERLAP } from '@roster/domain'
import { command } from '../platform/command.ts'
import { ofWebhook } from './input.ts'
import { secretOf } from './secret.ts'
import { changeWebhook, webhookIn } from './store.ts'

/**
 * A new secret, shown for the only time. For 24 hours everything is signed with the one before it as well, so the
 * receiver can be given the new one meanwhile; one from before that ends at once. Refuses with `not-found`.
 */
export const rotateWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.rotated',
  input: ofWebhook({}),
  async run({ tx, links, organization, now }, { webhook: id }) {
    const stored = await webhookIn(tx, organization.id, id)
    const generation = stored.generation + 1
    const until = now + SECRET_OVERLAP
    await changeWebhook(tx, stored, { generation, previous_until: until })
    return {
      result: { secret: secretOf(links, id, generation), previousSecretUntil: until },
      audit: { target: { kind: 'webhook', id }, facts: { overlap_until: until } },
    }
  },
})
