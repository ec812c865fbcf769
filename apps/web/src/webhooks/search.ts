import { type DeliveryId, type EventType, isEventType, type WebhookId } from '@roster/domain'
import { idOf, isOpen, PAGE_SIZE, type PageSearch, pageSearch } from '../pages/list-search.ts'
import type { Delivery } from './types.ts'

/** What is open over the list of webhooks, as its address carries it. */
export type WebhooksSearch = { add?: true | undefined }

/** Reads the address; what makes no sense in it counts as left out. */
export function webhooksSearch(search: Record<string, unknown>): WebhooksSearch {
  return { add: isOpen(search.add) }
}

const STATES = ['pending', 'delivered', 'failed'] as const satisfies readonly Delivery['state'][]
const DIALOGS = ['edit', 'rotate', 'off', 'on', 'delete'] as const
export type WebhookDialog = (typeof DIALOGS)[number]

/** The state of a webhook's page, as its address carries it; defaults are left out. */
export type WebhookSearch = PageSearch & {
  state?: Delivery['state'] | undefined
  event?: EventType | undefined
  /** The delivery that is open. */
  delivery?: DeliveryId | undefined
  dialog?: WebhookDialog | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function webhookSearch(search: Record<string, unknown>): WebhookSearch {
  const { event } = search
  return {
    state: STATES.find((known) => known === search.state),
    event: typeof event === 'string' && isEventType(event) ? event : undefined,
    ...pageSearch(search),
    delivery: idOf('dlv', search.delivery),
    dialog: DIALOGS.find((known) => known === search.dialog),
  }
}

/** What to ask the server for. */
export function deliveriesInput(
  at: { organization: string; webhook: WebhookId },
  { state, event, page = 1, size = PAGE_SIZE }: WebhookSearch,
) {
  return { ...at, state, event, page, pageSize: size }
}

/** Whether the log shows fewer than all. */
export function isFiltered({ state, event }: WebhookSearch): boolean {
  return state !== undefined || event !== undefined
}
