import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'

/**
 * What a secret link is good for. A mailed invitation link also proves the mailbox, a copied one does not; a
 * secret made for one purpose opens nothing else.
 */
export type LinkPurpose =
  | 'invitation-mailed'
  | 'invitation-copied'
  | 'set-up'
  | 'verify-email'
  | 'reset-password'
  | 'change-email'
  | 'domain-proof'
  | 'webhook'

/** Derives and checks the secret part of links with the instance key, so that no secret is stored anywhere. */
export interface LinkKey {
  /** 256 bits, base64url; the same again for the same arguments. */
  secret(purpose: LinkPurpose, id: string, generation: number): string
  /** Whether the secret is the one made for exactly this; takes the same time for any wrong one. */
  opens(secret: string, purpose: LinkPurpose, id: string, generation: number): boolean
}

/** The link key over the 32 bytes kept in the data directory. */
export function linkKey(key: Uint8Array): LinkKey {
  const prepared = createSecretKey(key)
  const secret = (purpose: LinkPurpose, id: string, generation: number) =>
    createHmac('sha256', prepared).update(`${purpose}\n${id}\n${generation}`).digest('base64url')
  return {
    secret,
    opens(given, purpose, id, generation) {
      const expected = Buffer.from(secret(purpose, id, generation))
      const actual = Buffer.from(given)
      return actual.length === expected.length && timingSafeEqual(actual, expected)
    },
  }
}
