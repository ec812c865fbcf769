import { Refusal } from '@roster/domain'

/** Lets a few pieces of work run at once and a few more wait, first come, first served. */
export class Turns {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** Does the work when its turn comes. Refuses with `busy` when too many are waiting already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running += 1
    else await this.#turn()
    try {
      return await work()
    } finally {
      // Whoever waited longest takes over the place; only without anybody does it become free.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) throw new Refusal('busy')
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
}
