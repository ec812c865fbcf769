/** Statuses that say: not now. */
const AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504])
/** Longer than this nobody is made to wait by a header, in milliseconds. */
const LONGEST_ASKED = 60_000
const FIRST = 500
const LONGEST = 8_000

/** Whether an answer says that the same call may succeed soon. */
export function mayTryAgain(status: number, code: string, attempt: number): boolean {
  // The first attempt may still be under way after its answer was lost.
  return AGAIN.has(status) || (code === 'repeat-under-way' && attempt > 0)
}

/**
 * How long to wait before the next attempt, in milliseconds: as long as the server asks, otherwise twice as long each
 * time, with jitter so that many clients do not come back at once. Null where the server asks for too long.
 */
export function delayBefore(attempt: number, retryAfter: string | null): number | null {
  const asked = askedFor(retryAfter)
  if (asked !== null && asked > LONGEST_ASKED) return null
  const backoff = Math.min(LONGEST, FIRST * 2 ** attempt) * (0.5 + Math.random() / 2)
  return asked === null ? backoff : asked + backoff / 10
}

function askedFor(retryAfter: string | null): number | null {
  if (retryAfter === null || retryAfter.trim() === '') return null
  const seconds = Number(retryAfter)
  const wait = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000
  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

/** Waits so many milliseconds; rejects with the signal's reason as soon as that is aborted. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
