import { MOST_WEBHOOKS, Refusal, webhookHost } from '@roster/domain'
import { chainHead } from '../platform/audit.ts'
import { command } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { Events, refuseUnusable, WebhookName, WebhookUrl } from './input.ts'
import { secretOf } from './secret.ts'

/**
 * Begins to send events of the organization to an address, from now on: its own creation is the first, where its
 * filters want it. The answer shows the secret for the only time. Refuses with `webhook-url` for an address that
 * nothing is sent to, `webhook-limit`, and `invalid-input` for events that there are not.
 */
export const createWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.created',
  input: inOrganization({ name: WebhookName, url: WebhookUrl, events: Events }),
  before: (instance, { url }) => refuseUnusable(instance, url),
  async run({ tx, newId, links, organization, actor, now }, { name, url, events }) {
    const { count } = await tx
      .selectFrom('webhook')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('organization_id', '=', organization.id)
      .where('until', 'is', null)
      .executeTakeFirstOrThrow()
    if (count >= MOST_WEBHOOKS) throw new Refusal('webhook-limit', { most: MOST_WEBHOOKS })
    const id = newId('whk')
    await tx
      .insertInto('webhook')
      .values({
        id,
        organization_id: organization.id,
        name,
        url,
        events: JSON.stringify(events),
        position: (await chainHead(tx, organization.id)).sequence,
        created_by: actor.id,
        since: now,
        until: null,
      })
      .execute()
    return {
      result: { webhook: id, secret: secretOf(links, id, 1) },
      // Of the address only the host: its path may hold a token, and the trail is for ever.
      audit: { target: { kind: 'webhook', id }, facts: { name, host: webhookHost(url), events } },
    }
  },
})
