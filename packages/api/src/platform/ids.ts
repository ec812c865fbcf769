import { randomBytes } from 'node:crypto'
import type { Id, IdPrefix, Instant, NewId } from '@roster/domain'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_CHARACTERS = 10
const RANDOM_BYTES = 10

/**
 * Ids in the manner of ULID: 48 bits of time, 80 of chance, in lower-case Crockford base 32. They sort by birth
 * even within a millisecond and when the clock steps back.
 */
export function idGenerator(
  clock: () => Instant,
  random: (bytes: number) => Uint8Array = randomBytes,
): NewId {
  let lastTime = 0
  let tail = 0n
  return <P extends IdPrefix>(prefix: P): Id<P> => {
    const time = Math.max(clock(), lastTime)
    // Counting on from the last tail keeps the order; the step is random so that ids cannot be guessed from others.
    const chance = random(RANDOM_BYTES)
    tail = time === lastTime ? tail + 1n + (number(chance) >> 48n) : number(chance) >> 1n
    lastTime = time
    return `${prefix}_${base32(BigInt(time), TIME_CHARACTERS)}${base32(tail, 16)}`
  }
}

function number(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  return value
}

function base32(value: bigint, characters: number): string {
  let text = ''
  for (let rest = value, index = 0; index < characters; index++, rest >>= 5n) {
    text = ALPHABET.charAt(Number(rest & 31n)) + text
  }
  return text
}
