import { EVENT_TYPES, type EventFilter, eventFilters, plainName, Refusal, webhookUrl } from '@roster/domain'
import { readTarget } from '@roster/webhooks'
import { z } from 'zod'
import type { Instance } from '../platform/call.ts'
import { IdOf, inOrganization, ruled } from '../platform/input.ts'

/** More filters than there are events say something twice. */
const MOST_FILTERS = 200

export const WebhookName = ruled(plainName)
export const WebhookUrl = ruled(webhookUrl)
export const EventType = z.enum(EVENT_TYPES)

export const Events = z
  .array(z.string().max(100))
  .max(MOST_FILTERS)
  .transform((texts, context): readonly EventFilter[] => {
    const filters = eventFilters(texts)
    if (!(filters instanceof Refusal)) return filters
    context.addIssue({ code: 'custom', message: filters.message, params: { refusal: filters } })
    return z.NEVER
  })

/** Input of everything about one webhook. */
export function ofWebhook<Shape extends z.ZodRawShape>(shape: Shape) {
  return inOrganization({ webhook: IdOf('whk'), ...shape })
}

/** Refuses with `webhook-url` an address that nothing would be sent to. Asks name servers. */
export async function refuseUnusable({ webhookTargets }: Instance, url: string | undefined): Promise<void> {
  if (url === undefined) return
  const reason = webhookTargets ? await webhookTargets.unusable(url) : unreadable(url)
  if (reason !== null) throw new Refusal('webhook-url', { field: 'url', reason })
}

function unreadable(url: string): string | null {
  const target = readTarget(url, false)
  return 'reason' in target ? target.reason : null
}
