import MiniSearch from 'minisearch'
import { addressOf } from '../markdown/links.ts'
import type { Page } from './page.ts'
import { SEARCH } from './search-options.ts'

const SHOWN_CHARACTERS = 160

/** The prebuilt index: one entry for each part of each page, as JSON. */
export function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch(SEARCH)
  index.addAll(
    pages.flatMap((page) =>
      page.parts.map(({ level, text, anchor, words }) => ({
        id: level === 1 ? addressOf(page.path) : `${addressOf(page.path)}#${anchor}`,
        title: text,
        page: page.title,
        words,
        about: level === 1 ? page.description.slice(0, SHOWN_CHARACTERS) : words.slice(0, SHOWN_CHARACTERS),
      })),
    ),
  )
  return JSON.stringify(index)
}
