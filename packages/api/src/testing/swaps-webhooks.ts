import { inAcme, type Swap, swap } from './swap.ts'

const webhook = swap(
  'webhook',
  inAcme(({ webhook }) => ({ webhook })),
)

const delivery = [
  swap(
    'webhook',
    inAcme(({ webhook }, { delivery }) => ({ webhook, delivery })),
  ),
  swap(
    'delivery',
    inAcme(({ delivery }, { webhook }) => ({ webhook, delivery })),
  ),
]

/** For `SWAPS`: what is about webhooks. */
export const WEBHOOK_SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  'webhooks.get': [webhook],
  'webhooks.update': [webhook],
  'webhooks.rotate': [webhook],
  'webhooks.enable': [webhook],
  'webhooks.disable': [webhook],
  'webhooks.delete': [webhook],
  'webhooks.test': [webhook],
  'webhooks.delivery': delivery,
  'webhooks.replay': delivery,
  'webhooks.deliveries': [
    webhook,
    swap(
      'cursor',
      async ({ organization, webhook }, globex, home) => {
        const page = { organization: home.globex, webhook: globex.webhook, pageSize: 1 }
        const { nextCursor } = await home.as('outsider').webhooks.deliveries(page)
        return { organization, webhook, cursor: nextCursor ?? 'there is only one' }
      },
      'cursor-invalid',
    ),
  ],
}
