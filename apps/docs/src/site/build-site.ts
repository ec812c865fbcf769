import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, ROOT, twinOf, withResolvedLinks } from '../markdown/links.ts'
import { assetsOf, type Files } from './assets.ts'
import { layout, NOWHERE } from './layout.ts'
import { llmsFull, llmsIndex, pageIndex } from './llms.ts'
import { navigationOf } from './navigation.ts'
import { type Page, pageOf, type Source } from './page.ts'
import { searchIndex } from './search-index.ts'
import { withSections } from './sections.ts'

/** Where the pages of a word that leads nowhere is; the server answers it with 404. */
const NOT_FOUND: Source = {
  path: NOWHERE,
  markdown:
    '# There is no such page\n\nThe address leads nowhere in this documentation. It may be from an earlier release. Search for what you are looking for, or begin at the [first page](index.md).\n',
  description: 'The address leads nowhere in this documentation.',
  group: null,
  order: 0,
}

export interface Site {
  readonly pages: readonly Page[]
  /** Everything that is served, by its address; pages end in `.html` here. */
  readonly files: Files
}

/** The whole site from its pages: HTML, Markdown, indexes for programs, search, and what pages load. */
export async function buildSite(sources: readonly Source[], images: string): Promise<Site> {
  const pages = withSections(sources).map(pageOf)
  const navigation = navigationOf(pages)
  const { assets, files } = await assetsOf(searchIndex(pages))
  for (const page of pages) {
    const address = addressOf(page.path)
    files.set(`${address}.html`, layout(page, navigation, assets))
    files.set(twinOf(page.path), withResolvedLinks(page.path, page.markdown))
    files.set(`${address}/llms.txt`, pageIndex(page, pages, navigation))
  }
  files.set(`${addressOf(NOWHERE)}.html`, layout(pageOf(NOT_FOUND), navigation, assets))
  files.set('/llms.txt', llmsIndex(pages, navigation))
  files.set('/llms-full.txt', llmsFull(pages, navigation))
  for (const name of readdirSync(images))
    files.set(`${ROOT}/images/${name}`, readFileSync(join(images, name)))
  return { pages, files }
}
