import { setImmediate as breathe } from 'node:timers/promises'

/** Finding reasons takes several reads; between so many others are served. */
const EXPLAINED_AT_ONCE = 20

/** Waits for others now and then, where this many have been explained already. */
export async function letOthersBeServed(explained: number): Promise<void> {
  if (explained % EXPLAINED_AT_ONCE === 0) await breathe()
}
