import { isOpen, PAGE_SIZE, type PageSearch, pageSearch } from '../pages/list-search.ts'

/** The state of the list of service accounts, as its address carries it; defaults are left out. */
export type AccountsSearch = PageSearch & {
  /** The dialog that makes one is open. */
  create?: true | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function accountsSearch(search: Record<string, unknown>): AccountsSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return { create: isOpen(search.create), ...pageSearch(search) }
}

/** What to ask the server for. */
export function listInput(organization: string, { page = 1, size = PAGE_SIZE }: AccountsSearch) {
  return { organization, page, pageSize: size }
}

/** What is open over the page of a service account. */
const DIALOGS = ['assign', 'edit', 'remove'] as const

/** The state of the page of a service account, as its address carries it. */
export type AccountSearch = { dialog?: (typeof DIALOGS)[number] | undefined }

/** Reads the address; what makes no sense in it counts as left out. */
export function accountSearch(search: Record<string, unknown>): AccountSearch {
  return { dialog: DIALOGS.find((known) => known === search.dialog) }
}
