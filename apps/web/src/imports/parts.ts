import type { ImportLine } from '@roster/domain'

const MOST_LINES = 1_000
/** Well below what one request may hold. */
const MOST_CHARACTERS = 250_000

/** Rows in parts, each of a size that one call takes, in their order. */
export function inParts(lines: readonly ImportLine[]): readonly (readonly ImportLine[])[] {
  const parts: ImportLine[][] = []
  let part: ImportLine[] = []
  let characters = 0
  for (const line of lines) {
    const size = JSON.stringify(line).length
    if (part.length > 0 && (part.length === MOST_LINES || characters + size > MOST_CHARACTERS)) {
      parts.push(part)
      part = []
      characters = 0
    }
    part.push(line)
    characters += size
  }
  return part.length > 0 ? [...parts, part] : parts
}
