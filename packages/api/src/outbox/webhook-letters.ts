import { isId, webhookHost } from '@roster/domain'
import { webhookDisabled } from '@roster/mail'
import { account, hostOf } from './account-letters.ts'
import type { Compose } from './compose.ts'
import { textFact } from './facts.ts'

/** That a webhook was switched off; pointless once it is on again, or gone. */
export const composeWebhookDisabled: Compose = async (deps, message) => {
  const owner = await account(deps, textFact(message.facts, 'to') ?? '')
  if (!owner || !isId('whk', message.reference_id)) return null
  const webhook = await deps.reader
    .selectFrom('webhook as w')
    .innerJoin('organization as o', 'o.id', 'w.organization_id')
    .select([
      'w.id',
      'w.name',
      'w.url',
      'w.disabled_reason',
      'w.last_success_at',
      'o.name as organization',
      'o.slug',
    ])
    .where('w.id', '=', message.reference_id)
    .where('w.until', 'is', null)
    .where('o.until', 'is', null)
    .executeTakeFirst()
  if (!webhook || (webhook.disabled_reason !== 'gone' && webhook.disabled_reason !== 'failing')) return null
  const rendered = webhookDisabled({
    name: owner.name,
    organization: webhook.organization,
    webhook: webhook.name,
    receiver: webhookHost(webhook.url),
    reason: webhook.disabled_reason,
    lastSuccessAt: webhook.last_success_at,
    link: `${deps.instance.url}/${webhook.slug}/settings/webhooks/${webhook.id}`,
    host: hostOf(deps),
  })
  return { to: owner.email, account: owner.id, rendered }
}
