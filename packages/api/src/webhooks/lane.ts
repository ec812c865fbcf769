import type { Deps } from '../platform/call.ts'
import { attempt, type WebhookLog, type WebhookPort } from './attempt.ts'
import { type DueEndpoint, dueDeliveries } from './due.ts'

/** Deliveries that one endpoint sends before the next one's turn. */
const BATCH = 16
/** As many at once where more wait than a batch; fewer go one after the other, in the order of the trail. */
const AT_ONCE = 4
/** Whoever takes longer to answer is served among those that do not answer at all. */
const SLOW_MS = 3_000

export interface LaneResult {
  /** How many were sent, whether they were taken or not. */
  readonly sent: number
  /** Whether the endpoint took everything, and in good time. */
  readonly quick: boolean
}

/**
 * Sends what waits for one endpoint, a batch of it. The first that is not taken ends the batch: one that takes
 * nothing is tried with one delivery at a time.
 */
export async function sendBatch(
  deps: Deps,
  port: WebhookPort,
  log: WebhookLog,
  endpoint: Pick<DueEndpoint, 'id'>,
  { alone, signal }: { readonly alone: boolean; readonly signal: AbortSignal },
): Promise<LaneResult> {
  const waiting = [...(await dueDeliveries(deps.reader, endpoint.id, deps.clock(), alone ? 1 : BATCH))]
  let sent = 0
  let quick = true
  const width = waiting.length < BATCH ? 1 : AT_ONCE
  const one = async () => {
    for (let next = waiting.shift(); next && quick && !signal.aborted; next = waiting.shift()) {
      const { taken, ms } = await attempt(deps, port, log, next, signal)
      if (taken === null) continue
      sent += 1
      quick = quick && taken && ms < SLOW_MS
    }
  }
  await Promise.all(Array.from({ length: width }, one))
  return { sent, quick }
}
