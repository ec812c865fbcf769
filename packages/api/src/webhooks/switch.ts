import { z } from 'zod'
import { chainHead } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { ofWebhook } from './input.ts'
import { changeWebhook, webhookIn } from './store.ts'

/** Sends nothing more until it is switched on again; what waits is held. Refuses with `not-found`. */
export const disableWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.disabled',
  input: ofWebhook({}),
  async run({ tx, organization, now }, { webhook: id }) {
    const stored = await webhookIn(tx, organization.id, id)
    if (stored.disabled_at !== null) return { result: {}, audit: UNCHANGED }
    await changeWebhook(tx, stored, { disabled_at: now, disabled_reason: 'person' })
    return { result: {}, audit: { target: { kind: 'webhook', id }, facts: { reason: 'person' } } }
  },
})

/**
 * Sends again: with `missed: 'send'` also what was held and what happened meanwhile, otherwise from now on. Refuses
 * with `not-found`.
 */
export const enableWebhook = command({
  permission: 'webhooks.manage',
  records: 'webhook.enabled',
  input: ofWebhook({ missed: z.enum(['skip', 'send']).default('skip') }),
  async run({ tx, organization, now }, { webhook: id, missed }) {
    const stored = await webhookIn(tx, organization.id, id)
    if (stored.disabled_at === null) return { result: {}, audit: UNCHANGED }
    const head = (await chainHead(tx, organization.id)).sequence
    const held = tx
      .updateTable('webhook_delivery')
      .where('webhook_id', '=', id)
      .where('state', '=', 'pending')
    if (missed === 'send') {
      await held.set({ tries: 0, begun_at: null, next_attempt_at: now }).execute()
    } else {
      const reason = 'The webhook was switched on again without it.'
      await held.set({ state: 'failed', settled_at: now, last_reason: reason }).execute()
    }
    await changeWebhook(tx, stored, {
      disabled_at: null,
      disabled_reason: null,
      failing_since: null,
      missed: 0,
      ...(missed === 'skip' && { position: head }),
    })
    return { result: {}, audit: { target: { kind: 'webhook', id }, facts: { missed } } }
  },
})
