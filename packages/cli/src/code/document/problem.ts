/** Where in the file something stands. */
export type Path = readonly (string | number)[]

/** Something that cannot be meant, or cannot be. */
export type Problem = { readonly path: Path; readonly message: string }

/** The same with its place in the text, both counted from 1; null where the file as a whole is meant. */
export type PlacedProblem = Problem & { readonly line: number | null; readonly column: number | null }

/** As people read it: `org.yaml:12:5 members.ada@acme.test.role: …`. */
export function problemText(file: string, { path, message, line, column }: PlacedProblem): string {
  const place = line === null ? file : `${file}:${line}:${column}`
  return `${place} ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`
}

/** The one of `known` that was probably meant, or null. */
export function nearest(text: string, known: Iterable<string>): string | null {
  const wanted = text.toLowerCase()
  let best: { readonly word: string; readonly distance: number } | null = null
  for (const word of known) {
    const distance = editDistance(wanted, word.toLowerCase())
    if (distance <= mostDistance(word) && (!best || distance < best.distance)) {
      best = { word, distance }
    }
  }
  return best?.word ?? null
}

/** Two people may well have addresses that are nearly the same. */
function mostDistance(word: string): number {
  return word.includes('@') ? 1 : Math.max(1, Math.floor(word.length / 4))
}

/** Ends a sentence about something unknown with what was probably meant. */
export function orNearest(sentence: string, text: string, known: Iterable<string>): string {
  const meant = nearest(text, known)
  return meant === null ? `${sentence}.` : `${sentence}. Did you mean “${meant}”?`
}

function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 20 || a.length > 100) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
