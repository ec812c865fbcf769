/** Chance that is the same at every run, so that the demo tells the same story to everybody (mulberry32). */
export interface Chance {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(from: readonly [T, ...T[]]): T
  /** True in so many of a hundred cases. */
  percent(of: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    pick: (from) => from[whole(0, from.length - 1)] ?? from[0],
    percent: (of) => fraction() * 100 < of,
  }
}
