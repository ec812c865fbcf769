import { Refusal } from '@roster/domain'
import { command } from '../platform/command.ts'
import { IdOf } from '../platform/input.ts'
import { ofWebhook } from './input.ts'
import { entryAt } from './payload.ts'
import { sendingWebhookIn } from './store.ts'

/**
 * Sends an event to its webhook again, now, under the id it always had and with the present secret; all attempts begin
 * anew. Refuses with `not-found`, `webhook-off`, and `event-gone` when what it said is not kept any more.
 */
export const replayDelivery = command({
  permission: 'webhooks.manage',
  records: 'webhook.replayed',
  input: ofWebhook({ delivery: IdOf('dlv') }),
  async run({ tx, organization, now }, { webhook: id, delivery }) {
    await sendingWebhookIn(tx, organization.id, id)
    const ofIt = tx
      .selectFrom('webhook_delivery')
      .select(['id', 'sequence', 'event', 'entry_id', 'body'])
      .where('organization_id', '=', organization.id)
      .where('webhook_id', '=', id)
      .where('id', '=', delivery)
    const stored = await ofIt.executeTakeFirst()
    if (!stored) throw new Refusal('not-found', { field: 'delivery' })
    if (stored.body === null && (await entryAt(tx, organization.id, stored.sequence)) === null)
      throw new Refusal('event-gone')
    await tx
      .updateTable('webhook_delivery')
      .set({ state: 'pending', settled_at: null, tries: 0, begun_at: null, next_attempt_at: now })
      .where('id', '=', delivery)
      .execute()
    const facts = { delivery, event: stored.event, entry: stored.entry_id }
    return { result: {}, audit: { target: { kind: 'webhook', id }, facts } }
  },
})
