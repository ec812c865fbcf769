/** At most two letters that stand for a name: of its first and last word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .replace(/^@/, '')
    .split(/[\s._-]+/u)
    .filter(Boolean)
  const [first = '?'] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (letter(first) + letter(last)).toLocaleUpperCase()
}

/** The first letter as a reader sees it: a surrogate pair or a combined character stays whole. */
function letter(word: string): string {
  const [first] = new Intl.Segmenter().segment(word)
  return first?.segment ?? ''
}

/** One of `tints` numbers, always the same for an id (FNV-1a). */
export function tintOf(id: string, tints: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash >>> 0) % tints
}
