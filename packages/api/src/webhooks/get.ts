import { Refusal } from '@roster/domain'
import { query } from '../platform/query.ts'
import { ofWebhook } from './input.ts'
import { webhookIn } from './store.ts'
import { viewsOf, type WebhookItem } from './view.ts'

/** One webhook, without its secret. Refuses with `not-found`. */
export const getWebhook = query({
  permission: 'webhooks.manage',
  input: ofWebhook({}),
  async run({ db, organization, now }, { webhook }): Promise<WebhookItem> {
    const [item] = await viewsOf(db, [await webhookIn(db, organization.id, webhook)], now)
    if (!item) throw new Refusal('not-found', { field: 'webhook' })
    return item
  },
})
