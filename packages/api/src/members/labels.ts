/**
 * Labels: whole numbers that keep the members of every organization in the order of their names. The number of
 * the organization is in the high bits, the place by name in the low ones, so that one range of row ids is one
 * organization and its order is the list by name. They are 63 bits wide: always bigint here, text when read.
 */
export type Label = bigint

const PLACE_BITS = 43n
/**
 * Room for those who share the prefix of a name. Names that come in any order halve the gaps they fall into some
 * 2 ln n times, which is 23 for eighty thousand who begin alike; a longer prefix would leave them less.
 */
const ROOM_BITS = 33n
const PREFIX_CHARACTERS = 2
const CHARACTER_BITS = 5n

/** The labels from `first` to `last`, both included. */
export interface Labels {
  readonly first: Label
  readonly last: Label
}

/** All labels of an organization. */
export function labelsOf(organizationNumber: number): Labels {
  const first = BigInt(organizationNumber) << PLACE_BITS
  return { first, last: first + (1n << PLACE_BITS) - 1n }
}

/** The labels that names beginning like this one share, when nobody has pushed them elsewhere. */
export function naturalLabels(organizationNumber: number, nameKey: string): Labels {
  let prefix = 0n
  let exact = true
  for (let index = 0; index < PREFIX_CHARACTERS; index++) {
    const code = nameKey.charCodeAt(index)
    prefix = (prefix << CHARACTER_BITS) | (exact ? characterClass(code) : 0n)
    // Behind a character that shares its class with others, the following ones would not be in order.
    exact = exact && (code === SPACE || isLatin(code))
  }
  const first = labelsOf(organizationNumber).first + (prefix << ROOM_BITS)
  return { first, last: first + (1n << ROOM_BITS) - 1n }
}

const SPACE = 0x20

function isLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

/** Thirty-two classes of characters in the order of their codes; whatever is behind the Latin letters is one. */
function characterClass(code: number): bigint {
  if (isLatin(code)) return BigInt(code - 0x61 + 5)
  if (code > 0x7a) return 31n
  if (code >= 0x3a) return 4n
  if (code >= 0x30) return 3n
  if (code > SPACE) return 2n
  return code === SPACE ? 1n : 0n
}

/**
 * Ascending labels strictly between two neighbours for names in ascending order: near their natural places as
 * long as there is room, evenly otherwise. Null when there are fewer labels free than names.
 */
export function labelsBetween(
  before: Label,
  after: Label,
  natural: readonly Labels[],
): readonly Label[] | null {
  if (after - before - 1n < BigInt(natural.length)) return null
  return naturally(before, after, natural) ?? evenly(before, after, natural.length)
}

function naturally(before: Label, after: Label, natural: readonly Labels[]): readonly Label[] | null {
  const labels: Label[] = []
  let previous = before
  for (let from = 0; from < natural.length; ) {
    const room = natural[from]
    if (!room) return null
    let count = 1
    while (natural[from + count]?.first === room.first) count += 1
    const [low, high] = gapIn(room, previous, after)
    const placed = high - low > BigInt(count) ? evenly(low, high, count) : null
    const last = placed?.at(-1)
    if (!placed || last === undefined) return null
    for (const label of placed) labels.push(label)
    previous = last
    from += count
  }
  return labels
}

/**
 * The gap between two neighbours within the room of a prefix. With a neighbour on one side only, it is the half
 * beside them: those who are added in order find room again and again.
 */
function gapIn(room: Labels, before: Label, after: Label): readonly [low: Label, high: Label] {
  const low = before >= room.first ? before : room.first - 1n
  const high = after <= room.last ? after : room.last + 1n
  const half = low + (high - low) / 2n
  if (low === before && high !== after) return [low, half]
  return high === after && low !== before ? [half, high] : [low, high]
}

/** `count` labels spread between two others, which must leave room for them. */
function evenly(before: Label, after: Label, count: number): readonly Label[] {
  const gap = after - before
  return Array.from({ length: count }, (_, index) => before + (gap * BigInt(index + 1)) / BigInt(count + 1))
}

/**
 * As many labels as are in use within these, spread evenly over the ones that are not: so that all can move there
 * at once and nobody is put where another one still is.
 */
export function evenlyFree({ first, last }: Labels, inUse: readonly Label[]): readonly Label[] {
  const count = BigInt(inUse.length)
  const free = last - first + 1n - count
  let passed = 0
  return inUse.map((_, index) => {
    let label = first + (free * BigInt(index + 1)) / (count + 1n) + BigInt(passed)
    for (let used = inUse[passed]; used !== undefined && used <= label; used = inUse[passed]) {
      passed += 1
      label += 1n
    }
    return label
  })
}
