import { webhookHost } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { Events, ofWebhook, refuseUnusable, WebhookName, WebhookUrl } from './input.ts'
import { changeWebhook, filtersOf, webhookIn } from './store.ts'

/**
 * Gives a webhook another name, address or choice of events; what is left out stays. What is under way goes to the new
 * address. Refuses with `not-found`, `webhook-url`, and `invalid-input` for events that there are not.
 */
export const updateWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.updated',
  input: ofWebhook({
    name: WebhookName.optional(),
    url: WebhookUrl.optional(),
    events: Events.optional(),
  }),
  before: (instance, { url }) => refuseUnusable(instance, url),
  async run({ tx, organization }, { webhook: id, name, url, events }) {
    const stored = await webhookIn(tx, organization.id, id)
    const filters = filtersOf(stored)
    const renamed = name !== undefined && name !== stored.name
    const moved = url !== undefined && url !== stored.url
    const chosen = events !== undefined && JSON.stringify(events) !== JSON.stringify(filters)
    if (!renamed && !moved && !chosen) return { result: {}, audit: UNCHANGED }
    await changeWebhook(tx, stored, {
      ...(renamed && { name }),
      ...(moved && { url }),
      ...(chosen && { events: JSON.stringify(events) }),
    })
    return {
      result: {},
      audit: {
        target: { kind: 'webhook', id },
        facts: {
          ...(renamed && { name_before: stored.name, name }),
          ...(moved && { host_before: webhookHost(stored.url), host: webhookHost(url) }),
          ...(chosen && { events_before: filters, events }),
        },
      },
    }
  },
})
