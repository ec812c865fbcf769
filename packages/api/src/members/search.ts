import { searchNeedle, searchWords } from '@roster/domain'

/** At most so many trigrams a word: each one more narrows less and costs another walk through its list. */
const MOST_TRIGRAMS = 5
const TRIGRAM = 3

/** What must occur in the text of a listed row, for each word somebody searches for. Empty finds everybody. */
export function needlesOf(search: string | undefined): readonly string[] {
  return searchWords(search ?? '').map(searchNeedle)
}

/**
 * The question to the trigram index that narrows to the rows in which all of this may occur. It lets some others
 * through, since it asks for trigrams apart and not for all: the text of the row decides.
 */
export function trigramsOf(needles: readonly string[]): string {
  const trigrams = new Set(needles.flatMap(apart))
  return [...trigrams].map((trigram) => `"${trigram.replaceAll('"', '""')}"`).join(' AND ')
}

/** Whether the index decides about this alone. */
export function isTrigram(needle: string): boolean {
  return [...needle].length === TRIGRAM
}

function apart(needle: string): string[] {
  const characters = [...needle]
  const last = characters.length - TRIGRAM
  const steps = Math.min(MOST_TRIGRAMS, Math.ceil(characters.length / TRIGRAM))
  const starts = Array.from({ length: steps }, (_, index) =>
    steps === 1 ? 0 : Math.round((last * index) / (steps - 1)),
  )
  return starts.map((start) => characters.slice(start, start + TRIGRAM).join(''))
}
