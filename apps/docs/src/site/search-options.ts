import type { Options } from 'minisearch'

/** Guides first: whoever searches wants to do something. What was decided and measured comes last. */
function weight(id: string): number {
  if (id.startsWith('/docs/guides/')) return 2
  return /^\/docs\/(?:capabilities|performance|decisions)/.test(id) ? 0.5 : 1
}

/** What the index is of; the browser reads it with the same options that the build wrote it with. */
export const SEARCH = {
  idField: 'id',
  fields: ['title', 'page', 'words'],
  storeFields: ['title', 'page', 'about'],
  searchOptions: {
    boost: { title: 4, page: 2 },
    boostDocument: (id: string) => weight(id),
    prefix: true,
    fuzzy: 0.15,
    combineWith: 'AND',
  },
} as const satisfies Options
