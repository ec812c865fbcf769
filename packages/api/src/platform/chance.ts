import { randomInt } from 'node:crypto'

const STEPS = 2 ** 32

/** A number from 0 up to, but not including, 1; nobody can guess it. */
export function chance(): number {
  return randomInt(STEPS) / STEPS
}
