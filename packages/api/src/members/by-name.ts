/** What decides about a place in the list: the key of the name, and the id of the member among equals. */
export interface Placed {
  readonly nameKey: string
  readonly member: string
}

/** Whether one comes before another by name, as SQLite compares text: by code points, not by UTF-16 units. */
export function comesBefore(one: Placed, other: Placed): boolean {
  const order = compare(one.nameKey, other.nameKey)
  return order === 0 ? one.member < other.member : order < 0
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at === shorter ? a.length - b.length : rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
}

/** Surrogates stand for characters behind all that fit one unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
