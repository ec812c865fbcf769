import type { DeliveryId, OrganizationId, UserId, WebhookId } from '@roster/domain'
import { fanOut } from '../webhooks/fan-out.ts'
import type { House } from './house.ts'

/** A webhook that is told everything, and two events on their way to it: a list of them has two pages. */
export async function aWebhook(
  home: House,
  organization: OrganizationId,
  owner: UserId,
): Promise<{ readonly webhook: WebhookId; readonly delivery: DeliveryId }> {
  const { webhooks } = home.asUser(owner)
  const { webhook } = await webhooks.create({
    organization,
    name: 'Chat',
    url: 'https://hooks.example.test/',
    events: ['*'],
  })
  await webhooks.test({ organization, webhook })
  await fanOut(home.deps, { id: webhook, organization_id: organization })
  const { items } = await webhooks.deliveries({ organization, webhook })
  const [last] = items
  if (!last || items.length < 2) throw new Error('it was told of its own making, and of the test')
  return { webhook, delivery: last.id }
}
