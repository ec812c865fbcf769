import { createHmac } from 'node:crypto'

const PREFIX = 'whsec_'

/** A signing secret as Standard Webhooks writes it: `whsec_` and the base64 of its bytes. */
export function webhookSecret(bytes: Uint8Array): string {
  return PREFIX + Buffer.from(bytes).toString('base64')
}

/** What is sent: an id that is the same each time it is sent, the moment of this attempt, and the body. */
export interface Signable {
  readonly id: string
  /** Whole seconds since 1970. */
  readonly seconds: number
  readonly body: string
}

/**
 * The headers of Standard Webhooks 1.0 (symmetric, `v1`): a signature for each secret, so that while one takes the
 * place of another, a receiver that knows either of them can verify.
 */
export function signedHeaders(
  { id, seconds, body }: Signable,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}
