import { type Instant, Refusal } from '@roster/domain'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * So many attempts per key within so many seconds, counted in memory. The limiter only knows the clock on the
 * wall, so the key names the window by ours: what counts is the time of the call, and the other only tidies up.
 */
export class Allowance {
  readonly #limiter: RateLimiterMemory
  readonly #window: number

  constructor(attempts: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points: attempts, duration: seconds })
    this.#window = seconds * 1_000
  }

  /** Takes one attempt. Refuses with `too-many-attempts` and the seconds until there are new ones. */
  async take(key: string, now: Instant): Promise<void> {
    try {
      await this.#limiter.consume(this.#windowed(key, now))
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason
      const left = this.#window - (now % this.#window)
      throw new Refusal('too-many-attempts', { seconds: Math.ceil(left / 1_000) })
    }
  }

  /** Takes one attempt and answers whether there was one to take: for limits that nobody is told of. */
  async allows(key: string, now: Instant): Promise<boolean> {
    return this.take(key, now).then(
      () => true,
      (reason: unknown) => {
        if (reason instanceof Refusal) return false
        throw reason
      },
    )
  }

  /** Gives an attempt back that turned out to be a right one. */
  async giveBack(key: string, now: Instant): Promise<void> {
    await this.#limiter.reward(this.#windowed(key, now))
  }

  #windowed(key: string, now: Instant): string {
    return `${Math.floor(now / this.#window)} ${key}`
  }
}
