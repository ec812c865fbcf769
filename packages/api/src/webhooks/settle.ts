import { nextTry, type OffReason, patienceAsked, switchesOff, type Verdict, verdictOf } from '@roster/domain'
import type { Deps } from '../platform/call.ts'
import { chance } from '../platform/chance.ts'
import { type Done, UNCHANGED } from '../platform/command.ts'
import { changeAsSystem, type SystemContext } from '../platform/job.ts'
import type { Transaction } from '../platform/writer.ts'
import type { Attempt } from './attempt.ts'
import { webhookDisabledMail } from './mail.ts'
import { changeWebhook, owningUsers, type StoredDelivery, type StoredWebhook } from './store.ts'

interface Settled {
  readonly taken: boolean
  readonly off: OffReason | null
}

/**
 * Notes what came of an attempt in one small transaction: the attempt itself, whether and when it is tried again, and
 * how the endpoint does. An endpoint that takes nothing is switched off by it, which is recorded and told to the owners.
 */
export function settleAttempt(deps: Deps, sent: StoredDelivery, attempt: Attempt): Promise<Settled> {
  const now = deps.clock()
  const at = { organization: sent.organization_id, records: 'webhook.disabled' } as const
  return changeAsSystem({ deps, now }, at, async (context): Promise<Done<Settled>> => {
    const { tx } = context
    const delivery = await tx
      .selectFrom('webhook_delivery')
      .selectAll()
      .where('id', '=', sent.id)
      .executeTakeFirst()
    const webhook = await tx
      .selectFrom('webhook')
      .selectAll()
      .where('id', '=', sent.webhook_id)
      .executeTakeFirstOrThrow()
    const verdict = verdictOf(attempt.posted.kind === 'answered' ? attempt.posted.status : null)
    const taken = verdict === 'delivered'
    if (!delivery) return { result: { taken, off: null }, audit: UNCHANGED }
    await writeAttempt(tx, delivery, attempt)
    const usedUp = await writeDelivery(context, delivery, attempt, verdict)
    const failingSince = taken ? null : (webhook.failing_since ?? attempt.at)
    await changeWebhook(tx, webhook, {
      failing_since: failingSince,
      ...(taken ? { last_success_at: now } : { last_failure_at: now }),
    })
    const off =
      failingSince === null || webhook.until !== null || webhook.disabled_at !== null
        ? null
        : switchesOff({ verdict, failingSince, begun: delivery.begun_at ?? attempt.at, usedUp, now })
    if (off === null || failingSince === null) return { result: { taken, off: null }, audit: UNCHANGED }
    return { ...(await switchOff(context, webhook, off, failingSince)), result: { taken, off } }
  })
}

/** Gives up a delivery of which there is nothing to send, and says why. */
export async function settleUnsent(deps: Deps, { id }: StoredDelivery, reason: string): Promise<void> {
  await deps.writer.run((tx) =>
    tx
      .updateTable('webhook_delivery')
      .set({ state: 'failed', next_attempt_at: null, settled_at: deps.clock(), last_reason: reason })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .execute(),
  )
}

async function writeAttempt(
  tx: Transaction,
  { id, attempts }: StoredDelivery,
  { at, requestHeaders, posted }: Attempt,
): Promise<void> {
  const answered = posted.kind === 'answered' ? posted : null
  await tx
    .insertInto('webhook_attempt')
    .values({
      delivery_id: id,
      number: attempts + 1,
      at,
      ms: posted.ms,
      status: answered?.status ?? null,
      reason: posted.kind === 'failed' ? posted.reason : null,
      request_headers: JSON.stringify(requestHeaders),
      response_headers: JSON.stringify(answered?.headers ?? {}),
      response_body: answered?.body ?? '',
    })
    .execute()
}

/** Writes what becomes of the delivery, and answers whether all its attempts are used up. */
async function writeDelivery(
  { tx, now }: SystemContext,
  delivery: StoredDelivery,
  { at, body, posted }: Attempt,
  verdict: Verdict,
): Promise<boolean> {
  const answered = posted.kind === 'answered' ? posted : null
  const tries = delivery.tries + 1
  const asked = patienceAsked(answered?.headers['retry-after'])
  const next = verdict === 'retry' ? nextTry({ tries, now, chance: chance(), asked }) : null
  // Meanwhile it may have been given up, with its endpoint, or held: then this was the last that was heard of it.
  const open = delivery.state === 'pending'
  const goesOn = open && next !== null
  await tx
    .updateTable('webhook_delivery')
    .set({
      attempts: delivery.attempts + 1,
      tries,
      begun_at: delivery.begun_at ?? at,
      last_status: answered?.status ?? null,
      last_reason: posted.kind === 'failed' ? posted.reason : null,
      ...(delivery.body === null && { body }),
      ...(verdict === 'delivered' && { state: 'delivered', settled_at: now, next_attempt_at: null }),
      ...(goesOn && delivery.next_attempt_at !== null && { next_attempt_at: next }),
      ...(open &&
        verdict !== 'delivered' &&
        next === null && {
          ...{ state: 'failed', settled_at: now, next_attempt_at: null },
        }),
    })
    .where('id', '=', delivery.id)
    .execute()
  return verdict === 'retry' && next === null
}

async function switchOff(
  { tx, now }: SystemContext,
  webhook: StoredWebhook,
  reason: OffReason,
  since: number,
): Promise<Pick<Done<unknown>, 'audit' | 'outbox'>> {
  await changeWebhook(tx, webhook, { disabled_at: now, disabled_reason: reason })
  const owners = await owningUsers(tx, webhook.organization_id)
  return {
    audit: { target: { kind: 'webhook', id: webhook.id }, facts: { reason, failing_since: since } },
    outbox: owners.map((owner) => webhookDisabledMail(webhook.id, now, owner)),
  }
}
