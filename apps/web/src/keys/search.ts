import { isOpen, PAGE_SIZE, type PageSearch, pageSearch } from '../pages/list-search.ts'

/** The state of the page of keys, as its address carries it; defaults are left out. */
export type KeysSearch = PageSearch & {
  /** Only the reader's own. */
  mine?: true | undefined
  /** The dialog that makes one is open. */
  create?: true | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function keysSearch(search: Record<string, unknown>): KeysSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return { mine: isOpen(search.mine), create: isOpen(search.create), ...pageSearch(search) }
}

/** What to ask the server for. */
export function listInput(organization: string, { mine, page = 1, size = PAGE_SIZE }: KeysSearch) {
  return { organization, mine: mine ?? false, page, pageSize: size }
}
