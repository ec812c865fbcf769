import { fold } from '@roster/domain'
import type { PaletteEntry, PaletteGroup } from './palette-types.ts'

/**
 * What of these is meant by a text: entries of which a word begins with each word of it, whatever the case and the
 * accents. Entries whose label begins with it come first, and the groups that have such; else all stay as they
 * stand.
 */
export function matches(groups: readonly PaletteGroup[], text: string): readonly PaletteGroup[] {
  const wanted = fold(text).trim()
  if (wanted === '') return groups
  const begins = ({ label }: PaletteEntry) => fold(label).startsWith(wanted)
  const found = groups
    .map(({ heading, entries }) => ({
      heading,
      entries: firstFirst(
        entries.filter((entry) => isMeant(entry, wanted)),
        begins,
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
  return beginningFirst(found, wanted)
}

/** Those groups first that have an entry whose label begins with the text. */
export function beginningFirst(groups: readonly PaletteGroup[], text: string): readonly PaletteGroup[] {
  const wanted = fold(text).trim()
  return firstFirst(groups, ({ entries }) => entries.some(({ label }) => fold(label).startsWith(wanted)))
}

/** Whether an entry has, for each word of the text, a word that begins with it; the text is folded already. */
function isMeant({ label, hint, keywords = [] }: PaletteEntry, wanted: string): boolean {
  const words = [label, hint ?? '', ...keywords].flatMap((each) => fold(each).split(/[^\p{L}\p{N}]+/u))
  return wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))
}

function firstFirst<T>(list: readonly T[], isFirst: (one: T) => boolean): readonly T[] {
  return [...list.filter(isFirst), ...list.filter((one) => !isFirst(one))]
}
