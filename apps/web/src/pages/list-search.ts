import { type Id, type IdPrefix, isId } from '@roster/domain'

/** How many rows a page of any list can have; the first, unless another is chosen. */
export const PAGE_SIZES = [25, 50, 100] as const
export const [PAGE_SIZE] = PAGE_SIZES

const MOST_PAGES = 1_000_000 // as the server takes
const LONGEST_SEARCH = 200

/** Which page of a list, as its address carries it; the first one and the usual size are left out. */
export type PageSearch = { page?: number | undefined; size?: number | undefined }

/** How a list is sorted, as its address carries it; the usual order is left out. */
export type SortSearch<Sort extends string> = {
  sort?: Sort | undefined
  dir?: 'asc' | 'desc' | undefined
}

/*
 * Each reads a part of the address; what makes no sense in it counts as left out. Every key is answered, also
 * without a value: a key left out would keep what the address says.
 */

/** The page and its size. */
export function pageSearch(search: Record<string, unknown>): PageSearch {
  const page = wholeNumber(search.page, MOST_PAGES)
  const size = PAGE_SIZES.find((known) => known === search.size)
  return { page: page === 1 ? undefined : page, size: size === PAGE_SIZE ? undefined : size }
}

/** The order: one of `sorts`, of which the first is the usual one, in either direction. */
export function sortSearch<Sort extends string>(
  search: Record<string, unknown>,
  sorts: readonly [Sort, ...Sort[]],
  firstDirection: (sort: Sort) => 'asc' | 'desc',
): SortSearch<Sort> {
  const [usual] = sorts
  const sort = sorts.find((known) => known === search.sort) ?? usual
  const dir = search.dir === 'asc' || search.dir === 'desc' ? search.dir : undefined
  return {
    sort: sort === usual ? undefined : sort,
    dir: dir === firstDirection(sort) ? undefined : dir,
  }
}

/** Text that is searched for; the router reads `?q=42` as a number. */
export function searchedText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).trim().slice(0, LONGEST_SEARCH) || undefined
}

/** A whole number from 1 on. */
export function wholeNumber(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : undefined
}

/** An id of this kind. */
export function idOf<P extends IdPrefix>(prefix: P, value: unknown): Id<P> | undefined {
  return typeof value === 'string' && isId(prefix, value) ? value : undefined
}

/** That something is open: there in whatever way, as in `?invite`. */
export function isOpen(value: unknown): true | undefined {
  return value === undefined || value === false ? undefined : true
}
