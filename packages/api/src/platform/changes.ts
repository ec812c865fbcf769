import type { OrganizationId, UserId } from '@roster/domain'

/** Something was changed: the slice whose pages show it, and where. Says nothing of what, so that it can go to anyone in there. */
export interface Change {
  readonly slice: string
  readonly organization: OrganizationId | null
  /** People whose own pages it touches wherever they are: their memberships, their invitations. */
  readonly people?: readonly UserId[]
}

type Listener = (change: Change) => void

/** Tells open pages, in this one process, of what has been committed. */
export class Changes {
  readonly #listeners = new Set<Listener>()

  publish(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  /** Calls the listener for each change until the answer is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** How many listen at the moment. */
  get listening(): number {
    return this.#listeners.size
  }
}
