import { Refusal, webhookHost } from '@roster/domain'
import { command, UNCHANGED } from '../platform/command.ts'
import { ofWebhook } from './input.ts'
import { changeWebhook } from './store.ts'

/**
 * Ends a webhook: nothing more is sent, its secret signs nothing more, its address is forgotten; once more changes
 * nothing. Refuses with `not-found`.
 */
export const deleteWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.deleted',
  input: ofWebhook({}),
  async run({ tx, organization, now }, { webhook: id }) {
    const stored = await tx
      .selectFrom('webhook')
      .selectAll()
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!stored) throw new Refusal('not-found', { field: 'webhook' })
    if (stored.until !== null) return { result: {}, audit: UNCHANGED }
    await changeWebhook(tx, stored, { until: Math.max(now, stored.since) })
    return {
      result: {},
      audit: { target: { kind: 'webhook', id }, facts: { name: stored.name, host: webhookHost(stored.url) } },
    }
  },
})
