import { randomInt } from 'node:crypto'
import { KEY_CHARACTERS, keyToken } from '@roster/domain'

const STEPS = 2 ** 32

/** A number from 0 up to, but not including, 1; nobody can guess it. */
export function chance(): number {
  return randomInt(STEPS) / STEPS
}

/** Of the alphabet of keys. */
const LETTERS = 62

/** A new API key, which nobody can guess. */
export function newKey(): string {
  return keyToken(Array.from({ length: KEY_CHARACTERS }, () => randomInt(LETTERS)))
}
