/** What is waiting to be told, each thing once, and somebody who sleeps until there is something. */
export class Waiting<T> {
  readonly #things = new Map<string, T>()
  #woken = false
  #wake: (() => void) | undefined

  /** Adds a thing; `merge` says what becomes of one that waits under the same key already. */
  add(key: string, thing: T, merge: (waiting: T, added: T) => T): void {
    const waiting = this.#things.get(key)
    this.#things.set(key, waiting === undefined ? thing : merge(waiting, thing))
    this.wake()
  }

  /** Ends the sleep, with or without a thing. */
  wake(): void {
    this.#woken = true
    this.#wake?.()
  }

  /** Sleeps until woken; at once when that has happened since the last sleep. */
  async sleep(): Promise<void> {
    if (!this.#woken) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    this.#wake = undefined
    this.#woken = false
  }

  get isEmpty(): boolean {
    return this.#things.size === 0
  }

  /** Everything that waits, in the order it came. */
  take(): readonly T[] {
    const things = [...this.#things.values()]
    this.#things.clear()
    return things
  }
}
