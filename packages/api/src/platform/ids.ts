import { randomBytes } from 'node:crypto'
import type { Id, IdPrefix, Instant, NewId } from '@roster/domain'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARACTERS = 10
/** Half of the 80 bits of chance: numbers hold that much exactly. */
const HALF_CHARACTERS = 8
const HALF = 2 ** 40
/** Asking the system for chance costs more than an id, so it is fetched for many at a time. */
const RANDOM_BYTES = 4_096

/**
 * Ids in the manner of ULID: 48 bits of time, 80 of chance, in lower-case Crockford base 32. They sort by birth
 * even within a millisecond and when the clock steps back.
 */
export function idGenerator(
  clock: () => Instant,
  random: (bytes: number) => Uint8Array = randomBytes,
): NewId {
  const chance = thirtyTwoBits(random)
  let lastTime = -1
  let timeText = ''
  let high = 0
  let low = 0
  return <P extends IdPrefix>(prefix: P): Id<P> => {
    const time = Math.max(clock(), lastTime)
    if (time === lastTime) {
      // Counting on from the last one keeps the order; the step is random so that ids cannot be guessed from others.
      low += 1 + chance()
    } else {
      timeText = base32(time, TIME_CHARACTERS)
      // One bit is left free, so that counting on never runs over.
      high = (chance() % 2 ** 7) * 2 ** 32 + chance()
      low = (chance() % 2 ** 8) * 2 ** 32 + chance()
    }
    if (low >= HALF) {
      low -= HALF
      high += 1
    }
    lastTime = time
    return `${prefix}_${timeText}${base32(high, HALF_CHARACTERS)}${base32(low, HALF_CHARACTERS)}`
  }
}

function thirtyTwoBits(random: (bytes: number) => Uint8Array): () => number {
  let view: DataView = new DataView(new ArrayBuffer(0))
  let used = 0
  return () => {
    if (used >= view.byteLength) {
      const bytes = random(RANDOM_BYTES)
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      used = 0
    }
    const value = view.getUint32(used)
    used += 4
    return value
  }
}

/** A whole number below 2⁵³, the most significant character first. */
function base32(value: number, characters: number): string {
  let text = ''
  for (let rest = value, index = 0; index < characters; index++, rest = Math.floor(rest / 32)) {
    text = ALPHABET.charAt(rest % 32) + text
  }
  return text
}
