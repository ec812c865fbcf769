import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'

const HOUR = 3_600_000

/** Endpoints of one organization. */
export const MOST_WEBHOOKS = 20
/** How long a secret still signs, beside the one that takes its place. */
export const SECRET_OVERLAP = 24 * HOUR
/** How long what was sent is kept to be looked at and sent again. */
export const DELIVERIES_KEPT_DAYS = 30
const MOST_URL = 2_000

/**
 * The address of a receiver as it is kept: https, or http where the operator allows private networks, which is asked
 * when it is saved; else `webhook-url`. Whether anything but a machine of the network answers there is another question.
 */
export function webhookUrl(text: string): string | Refusal {
  const url = text.trim()
  if (url.length > MOST_URL) return refuse(`use at most ${MOST_URL} characters`)
  if (/[\s\p{C}]/u.test(url)) return refuse('leave out spaces')
  if (!/^https?:\/\/[^/?#]/i.test(url)) return refuse('write it like https://example.org/hooks')
  if (/^[^/]*\/\/[^/?#]*@/.test(url)) {
    return refuse('leave out the name and password before the @; put a token into the path instead')
  }
  return url
}

function refuse(reason: string): Refusal {
  return new Refusal('webhook-url', { field: 'url', reason })
}

/** Which host an address is at, with its port: what may be said of it where its path is nobody’s business. */
export function webhookHost(url: string): string {
  return /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? ''
}

/** With which secrets is signed now, the newest first; the one before it counts until its time is over. */
export function signingGenerations(
  { generation, previousUntil }: { readonly generation: number; readonly previousUntil: Instant | null },
  now: Instant,
): readonly number[] {
  const overlaps = generation > 1 && previousUntil !== null && now < previousUntil
  return overlaps ? [generation, generation - 1] : [generation]
}
