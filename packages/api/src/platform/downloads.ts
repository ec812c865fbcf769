import { randomBytes } from 'node:crypto'
import { type Instant, Refusal, type UserId } from '@roster/domain'

/** How long a download stays there for the browser to fetch. */
const KEPT_MS = 10 * 60 * 1_000
/** How many wait at once in the whole process; beyond that the oldest go. */
const MOST_WAITING = 1_000
/** And of one person with all their programs, so that theirs push out nobody else's. */
const MOST_OF_ONE = 20

interface Prepared {
  readonly asked: unknown
  readonly user: UserId
  readonly until: Instant
}

/**
 * Downloads that were asked for and not fetched yet. What is in them is said in the body of a call; the address of a
 * download holds nothing but a name that only its maker can use.
 */
export class Downloads {
  readonly #waiting = new Map<string, Prepared>()

  /** Keeps what was asked for, and answers the name to fetch it by. */
  keep(asked: unknown, user: UserId, now: Instant): string {
    for (const [name, { until }] of this.#waiting) if (until <= now) this.#waiting.delete(name)
    const theirs = [...this.#waiting].filter(([, one]) => one.user === user)
    for (const [name] of theirs.slice(0, Math.max(0, theirs.length - MOST_OF_ONE + 1)))
      this.#waiting.delete(name)
    for (const name of this.#waiting.keys()) {
      if (this.#waiting.size < MOST_WAITING) break
      this.#waiting.delete(name)
    }
    const name = randomBytes(18).toString('base64url')
    this.#waiting.set(name, { asked, user, until: now + KEPT_MS })
    return name
  }

  /** What was asked for under this name by this person. Refuses with `export-expired`. */
  find(name: string, user: UserId, now: Instant): unknown {
    const prepared = this.#waiting.get(name)
    if (!prepared || prepared.user !== user || prepared.until <= now) throw new Refusal('export-expired')
    return prepared.asked
  }
}
