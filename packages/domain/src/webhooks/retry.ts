import type { Instant } from '../ids.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The waits between attempts that Standard Webhooks recommends: ten attempts over three days and some hours. */
const WAITS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
export const MOST_ATTEMPTS = WAITS.length + 1
/** An endpoint that accepted nothing for as long is switched off. */
export const GIVES_UP_AFTER = 72 * HOUR
/** A receiver that asks for patience gets this much at the most. */
const MOST_PATIENCE = 24 * HOUR
/** Waits grow by up to this part of themselves, so that no crowd returns at once. */
const JITTER = 0.1

export interface Tried {
  /** How often this was tried since it was last begun. */
  readonly tries: number
  readonly now: Instant
  /** From 0 up to 1. */
  readonly chance: number
  /** For how long the receiver asked to be left alone, in milliseconds (`Retry-After`). */
  readonly asked?: number
}

/** When to try again, or null when all attempts are used up. */
export function nextTry({ tries, now, chance, asked = 0 }: Tried): Instant | null {
  const wait = WAITS[tries - 1]
  if (wait === undefined) return null
  return now + Math.max(Math.round(wait * (1 + JITTER * chance)), Math.min(asked, MOST_PATIENCE))
}

/** What came of an attempt: taken, to be tried again, or told never to come again (`410 Gone`). */
export type Verdict = 'delivered' | 'retry' | 'gone'

/** What a status means. Only 2xx is taken: a redirect would be a place that nobody has chosen. */
export function verdictOf(status: number | null): Verdict {
  if (status === 410) return 'gone'
  return status !== null && status >= 200 && status < 300 ? 'delivered' : 'retry'
}

export type OffReason = 'gone' | 'failing'

/**
 * Whether an endpoint is switched off after an attempt that was not taken: at once when it says that it is gone, and
 * when it has accepted nothing for three days, or nothing since a delivery began whose attempts are all used up. One
 * event that a receiver cannot stomach switches nothing off while it takes others.
 */
export function switchesOff(attempt: {
  readonly verdict: Verdict
  /** Since when nothing was accepted. */
  readonly failingSince: Instant
  /** When this delivery was first tried. */
  readonly begun: Instant
  readonly usedUp: boolean
  readonly now: Instant
}): OffReason | null {
  const { verdict, failingSince, begun, usedUp, now } = attempt
  if (verdict === 'gone') return 'gone'
  if (verdict === 'delivered') return null
  const failing = now - failingSince >= GIVES_UP_AFTER || (usedUp && failingSince <= begun)
  return failing ? 'failing' : null
}

/** What `Retry-After` asks for, in milliseconds: seconds, or nothing where it is anything else (RFC 9110 §10.2.3). */
export function patienceAsked(header: string | undefined): number {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * SECOND : 0
}
