import { authenticateKey, type Deps, networkOf, type RestCall } from '@roster/api'
import { type Instant, Refusal } from '@roster/domain'
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How many requests are taken in a minute. */
export interface Limits {
  /** With one key. */
  readonly requests: number
  /** Permission checks with one key: applications ask at every click of theirs, and each costs next to nothing. */
  readonly checks: number
}

/** What a request counts as. */
export type Counted = keyof Limits

/** From one address, or network of IPv6, without a key that is good. */
const FROM_STRANGERS = 60
const SECONDS = 60

export interface Admitted {
  readonly actor: RestCall['actor']
  readonly now: Instant
  /** What the caller has left, as draft-ietf-httpapi-ratelimit-headers has it. */
  readonly headers: Readonly<Record<string, string>>
}

export interface KeyGate {
  /**
   * Whoever comes with a good key, within their limit. Refuses with `key-needed`, `key-invalid`, `rate-limited`; guessing
   * keys is slowed down by address.
   */
  admit(request: FastifyRequest, as: Counted): Promise<Admitted>
}

const BEARER = /^Bearer +(\S+) *$/i

/** Lets programs in: by key, within limits that are kept in memory. */
export function keyGate(deps: Deps, limits: Limits): KeyGate {
  const ofKeys = { requests: limited(limits.requests), checks: limited(limits.checks) }
  const ofStrangers = limited(FROM_STRANGERS)

  async function stranger(request: FastifyRequest, code: 'key-needed' | 'key-invalid'): Promise<never> {
    await within(ofStrangers, networkOf(request.ip))
    throw new Refusal(code)
  }

  return {
    async admit(request, as) {
      const header = request.headers.authorization
      if (header === undefined) return stranger(request, 'key-needed')
      const token = BEARER.exec(header)?.[1]
      if (token === undefined) return stranger(request, 'key-needed')
      const now = deps.clock()
      const actor = await authenticateKey(deps, token, now)
      if (!actor) return stranger(request, 'key-invalid')
      const { remainingPoints, msBeforeNext } = await within(ofKeys[as], actor.key)
      const headers = {
        'ratelimit-policy': `"${as}";q=${limits[as]};w=${SECONDS}`,
        ratelimit: `"${as}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1_000)}`,
      }
      return { actor, now, headers }
    },
  }
}

function limited(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: SECONDS })
}

async function within(limiter: RateLimiterMemory, who: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(who)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    throw new Refusal('rate-limited', { seconds: Math.ceil(reason.msBeforeNext / 1_000) })
  }
}
