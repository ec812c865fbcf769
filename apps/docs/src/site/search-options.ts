import type { Options } from 'minisearch'

/** What the index is of; the browser reads it with the same options that the build wrote it with. */
export const SEARCH = {
  idField: 'id',
  fields: ['title', 'page', 'words'],
  storeFields: ['title', 'page', 'about'],
  searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.15, combineWith: 'AND' },
} as const satisfies Options
