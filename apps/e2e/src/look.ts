import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until it is there to be seen. */
export const shows = (what: Locator): Promise<void> => what.first().waitFor({ state: 'visible' })

/** Waits until none of it is there to be seen. */
export async function hides(what: Locator): Promise<void> {
  await expect.poll(() => what.filter({ visible: true }).count()).toBe(0)
}

/** Waits until its text holds the words. */
export async function reads(what: Locator, words: string | RegExp): Promise<void> {
  const matcher = expect.poll(async () => (await what.first().innerText()).replace(/\s+/g, ' '))
  await (typeof words === 'string' ? matcher.toContain(words) : matcher.toMatch(words))
}

/** Waits until there are so many of them. */
export async function counts(what: Locator, many: number): Promise<void> {
  await expect.poll(() => what.count()).toBe(many)
}
