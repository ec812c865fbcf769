import type { Page } from './page.ts'

/** Pages that stand together in the navigation. */
export interface Group {
  readonly name: string
  readonly pages: readonly Page[]
}

/** The navigation, from what each page says: groups in the order of their first page. */
export function navigationOf(pages: readonly Page[]): readonly Group[] {
  const ordered = pages
    .filter(({ group }) => group !== null)
    .sort((a, b) => a.order - b.order || (a.path < b.path ? -1 : 1))
  const names = [...new Set(ordered.flatMap(({ group }) => group ?? []))]
  return names.map((name) => ({ name, pages: ordered.filter(({ group }) => group === name) }))
}

/** The pages before and after this one, read one after the other. */
export function neighboursOf(page: Page, navigation: readonly Group[]): readonly [Page | null, Page | null] {
  const all = navigation.flatMap(({ pages }) => pages)
  const at = all.findIndex(({ path }) => path === page.path)
  return at < 0 ? [null, null] : [all[at - 1] ?? null, all[at + 1] ?? null]
}
