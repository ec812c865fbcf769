import type { DeliveryId, Instant } from '@roster/domain'
import { type Posted, type Poster, signedHeaders } from '@roster/webhooks'
import type { Deps } from '../platform/call.ts'
import { stillDue } from './due.ts'
import { entryAt, payloadOf } from './payload.ts'
import { signingSecrets } from './secret.ts'
import { settleAttempt, settleUnsent } from './settle.ts'
import type { StoredDelivery } from './store.ts'

/** What sends: `@roster/webhooks` over the network. */
export type WebhookPort = Pick<Poster, 'post'>

export interface WebhookLog {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** What was sent and what came back. */
export interface Attempt {
  readonly at: Instant
  readonly body: string
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly posted: Exclude<Posted, { kind: 'aborted' }>
}

/** Whether it was taken, or `null` where nothing was sent or nobody knows: it is then tried as if it never had been. */
export type Taken = boolean | null

/**
 * Sends one delivery and notes what came of it. What is sent is signed at the moment it is sent. Delivery is at least
 * once: who dies between the answer and the note sends it again, under the same `webhook-id`.
 */
export async function attempt(
  deps: Deps,
  port: WebhookPort,
  log: WebhookLog,
  id: DeliveryId,
  signal?: AbortSignal,
): Promise<{ readonly taken: Taken; readonly ms: number }> {
  const due = await stillDue(deps.reader, id)
  if (!due) return { taken: null, ms: 0 }
  const { delivery, webhook } = due
  const body = await bodyOf(deps, log, delivery)
  if (body === null) return { taken: null, ms: 0 }
  const at = deps.clock()
  const requestHeaders = signedHeaders(
    { id: delivery.entry_id, seconds: Math.floor(at / 1_000), body },
    signingSecrets(deps.links, webhook, at),
  )
  const posted = await port.post({
    ...{ url: webhook.url, headers: requestHeaders, body },
    ...(signal && { signal }),
  })
  if (posted.kind === 'aborted') return { taken: null, ms: posted.ms }
  const { taken, off } = await settleAttempt(deps, delivery, { at, body, requestHeaders, posted })
  const facts = { webhook: webhook.id, delivery: id, event: delivery.event }
  const said = posted.kind === 'answered' ? { status: posted.status } : { reason: posted.reason }
  if (!taken) log.warn({ ...facts, ...said }, 'webhook not taken')
  if (off) log.warn({ webhook: webhook.id, reason: off }, 'webhook switched off')
  return { taken, ms: posted.ms }
}

/** What is to be sent; null, and settled, where that is not kept any more or cannot be read. */
async function bodyOf(deps: Deps, log: WebhookLog, delivery: StoredDelivery): Promise<string | null> {
  if (delivery.body !== null) return delivery.body
  const { id, organization_id: organization, sequence } = delivery
  const entry = await entryAt(deps.reader, organization, sequence)
  if (entry === null) {
    log.warn({ delivery: id }, 'an event left the trail before it could be sent')
    await settleUnsent(deps, delivery, 'The event left the audit trail before it could be sent.')
    return null
  }
  try {
    return payloadOf(entry)
  } catch (error) {
    // Damage, of which `audit verify` tells where. It must not stand in the way of what comes after it.
    log.error({ err: error, delivery: id, organization, sequence }, 'an entry of the trail cannot be read')
    await settleUnsent(deps, delivery, 'The entry of the audit trail cannot be read.')
    return null
  }
}
