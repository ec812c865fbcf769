import { fold } from '../fold.ts'

/**
 * The sort key of a name: folded first, the name itself as the tie, so that the order is total and stays what
 * people expect. The separator sorts below every character a name may contain.
 */
export function nameKey(name: string): string {
  return `${fold(name)}\u0001${name.normalize('NFC')}`
}

export type Searchable = {
  readonly name: string
  readonly email?: string | null
  readonly username?: string | null
  readonly title?: string | null
  readonly role?: string | null
}

/**
 * The text a search runs over: every word of every visible column, folded, each preceded by two spaces, so that
 * a trigram index answers one- and two-letter word beginnings as well.
 */
export function searchText({ name, email, username, title, role }: Searchable): string {
  return [name, email, username, title, role]
    .flatMap((column) => words(column ?? ''))
    .map((word) => `  ${word}`)
    .join('')
}

/** The most words of a query that count, and the most characters of each. */
const MOST_WORDS = 8
const MOST_CHARACTERS = 64

/** The words somebody searches for, folded like `searchText`, each once, at most eight. */
export function searchWords(query: string): string[] {
  const shortened = words(query.slice(0, 4_096)).map((word) => [...word].slice(0, MOST_CHARACTERS).join(''))
  return [...new Set(shortened)].slice(0, MOST_WORDS)
}

/** What must occur in `searchText` for a word to be found: anywhere from three letters on, else as a beginning. */
export function searchNeedle(word: string): string {
  return [...word].length < 3 ? `  ${word}` : word
}

/** Whether a row is found: every word of the query occurs in its `searchText`. An empty query finds all. */
export function matches(text: string, query: string): boolean {
  return searchWords(query).every((word) => text.includes(searchNeedle(word)))
}

/** Controls and lone surrogates separate words, for neither survives the way into an index. */
function words(text: string): string[] {
  return fold(text)
    .split(/[\s\p{Cc}\p{Cs}]+/u)
    .filter((word) => word !== '')
}
