import { randomBytes } from 'node:crypto'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signedHeaders, webhookSecret } from './sign.ts'

const now = () => Math.floor(Date.now() / 1_000)
const body = JSON.stringify({ type: 'member.joined', data: { name: 'Zoë ☃' } })
const oldSecret = webhookSecret(randomBytes(32))
const newSecret = webhookSecret(randomBytes(32))
const signed = (secrets: readonly string[], seconds = now()) => ({
  ...signedHeaders({ id: 'aud_1', seconds, body }, secrets),
})

test('A45 the official library verifies what we sign', () => {
  expect(new Webhook(newSecret).verify(body, signed([newSecret]))).toEqual(JSON.parse(body))
  expect(signed([newSecret])['webhook-signature']).toBe(
    new Webhook(newSecret).sign('aud_1', new Date(now() * 1_000), body),
  )
})

test('A45 while secrets rotate, a receiver that knows either of them verifies', () => {
  const both = signed([newSecret, oldSecret])
  expect(both['webhook-signature']?.split(' ')).toHaveLength(2)
  new Webhook(oldSecret).verify(body, both)
  new Webhook(newSecret).verify(body, both)
  expect(() => new Webhook(oldSecret).verify(body, signed([newSecret]))).toThrow(WebhookVerificationError)
})

test('A45 another body, id or moment does not verify', () => {
  const receiver = new Webhook(newSecret)
  expect(() => receiver.verify(`${body} `, signed([newSecret]))).toThrow(WebhookVerificationError)
  expect(() => receiver.verify(body, { ...signed([newSecret]), 'webhook-id': 'aud_2' })).toThrow(
    WebhookVerificationError,
  )
  expect(() => receiver.verify(body, signed([newSecret], now() - 600))).toThrow(WebhookVerificationError)
  const later = { ...signed([newSecret]), 'webhook-timestamp': String(now() + 1) }
  expect(() => receiver.verify(body, later)).toThrow(WebhookVerificationError)
})
