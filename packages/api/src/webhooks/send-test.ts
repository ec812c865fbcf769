import { command } from '../platform/command.ts'
import { ofWebhook } from './input.ts'
import { sendingWebhookIn } from './store.ts'

/**
 * Tries a webhook: that it was tried is an event itself, which this webhook gets whatever its filters say. Refuses
 * with `not-found` and `webhook-off`.
 */
export const testWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.tested',
  input: ofWebhook({}),
  async run({ tx, organization }, { webhook: id }) {
    await sendingWebhookIn(tx, organization.id, id)
    return { result: {}, audit: { target: { kind: 'webhook', id } } }
  },
})
