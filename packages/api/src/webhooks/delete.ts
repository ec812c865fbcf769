import { webhookHost } from '@roster/domain'
import { command } from '../platform/command.ts'
import { ofWebhook } from './input.ts'
import { changeWebhook, webhookIn } from './store.ts'

/** Ends a webhook: nothing more is sent, its secret signs nothing more, its address is forgotten. Refuses with `not-found`. */
export const deleteWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.deleted',
  input: ofWebhook({}),
  async run({ tx, organization, now }, { webhook: id }) {
    const stored = await webhookIn(tx, organization.id, id)
    await changeWebhook(tx, stored, { until: Math.max(now, stored.since) })
    return {
      result: {},
      audit: { target: { kind: 'webhook', id }, facts: { name: stored.name, host: webhookHost(stored.url) } },
    }
  },
})
