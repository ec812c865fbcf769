import { authenticateKey, type Deps, type RestCall } from '@roster/api'
import { type Instant, Refusal } from '@roster/domain'
import type { FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** How many requests are taken in a minute. */
export interface Limits {
  /** With one key. */
  readonly perKey: number
  /** From one address without a key that is good. */
  readonly perStranger: number
}

export const LIMITS: Limits = { perKey: 600_000, perStranger: 60 }
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
  admit(request: FastifyRequest): Promise<Admitted>
}

const BEARER = /^Bearer +(\S+) *$/i

/** Lets programs in: by key, within limits that are kept in memory. */
export function keyGate(deps: Deps, { perKey, perStranger }: Limits): KeyGate {
  const ofKeys = new RateLimiterMemory({ points: perKey, duration: SECONDS })
  const ofStrangers = new RateLimiterMemory({ points: perStranger, duration: SECONDS })
  const policy = `"key";q=${perKey};w=${SECONDS}`

  async function stranger(request: FastifyRequest, code: 'key-needed' | 'key-invalid'): Promise<never> {
    await within(ofStrangers, request.ip)
    throw new Refusal(code)
  }

  return {
    async admit(request) {
      const header = request.headers.authorization
      if (header === undefined) return stranger(request, 'key-needed')
      const token = BEARER.exec(header)?.[1]
      if (token === undefined) return stranger(request, 'key-needed')
      const now = deps.clock()
      const actor = await authenticateKey(deps, token, now)
      if (!actor) return stranger(request, 'key-invalid')
      const { remainingPoints, msBeforeNext } = await within(ofKeys, actor.key)
      const headers = {
        'ratelimit-policy': policy,
        ratelimit: `"key";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1_000)}`,
      }
      return { actor, now, headers }
    },
  }
}

async function within(limiter: RateLimiterMemory, who: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(who)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    throw new Refusal('rate-limited', { seconds: Math.ceil(reason.msBeforeNext / 1_000) })
  }
}
