import { isId, type MemberId, type RoleId } from '@roster/domain'

const SORTS = ['name', 'email', 'joined', 'active'] as const
export type MemberSort = (typeof SORTS)[number]

const DIALOGS = ['role', 'edit', 'transfer', 'reset', 'remove', 'leave'] as const
export type MembersDialog = (typeof DIALOGS)[number]

export const PAGE_SIZES = [25, 50, 100] as const
const [PAGE_SIZE] = PAGE_SIZES
const LONGEST_SEARCH = 200

/** The state of the list and of what is open over it, as its address carries it; defaults are left out. */
export type MembersSearch = {
  q?: string | undefined
  role?: RoleId | undefined
  /** Days without activity, at least. */
  inactive?: number | undefined
  sort?: MemberSort | undefined
  dir?: 'asc' | 'desc' | undefined
  page?: number | undefined
  size?: number | undefined
  /** Whose page is open. */
  member?: MemberId | undefined
  /** The invite dialog is open. */
  invite?: true | undefined
  dialog?: MembersDialog | undefined
  /** Whom the dialog is about; without it, those who are ticked. */
  of?: MemberId | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function membersSearch(search: Record<string, unknown>): MembersSearch {
  const sort = SORTS.find((known) => known === search.sort)
  const dir = search.dir === 'asc' || search.dir === 'desc' ? search.dir : undefined
  const page = wholeNumber(search.page, 1_000_000)
  const size = PAGE_SIZES.find((known) => known === search.size)
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    q: text(search.q),
    role: id('rol', search.role),
    inactive: wholeNumber(search.inactive, 3_650),
    sort: sort === 'name' ? undefined : sort,
    dir: dir === firstDirection(sort ?? 'name') ? undefined : dir,
    page: page === 1 ? undefined : page,
    size: size === PAGE_SIZE ? undefined : size,
    member: id('mem', search.member),
    invite: search.invite === undefined || search.invite === false ? undefined : true,
    dialog: DIALOGS.find((known) => known === search.dialog),
    of: id('mem', search.of),
  }
}

/** The direction of the first press: names from A, times from the newest. */
export function firstDirection(sort: MemberSort): 'asc' | 'desc' {
  return sort === 'joined' || sort === 'active' ? 'desc' : 'asc'
}

/** What to ask the server for. */
export function listInput(organization: string, search: MembersSearch) {
  const { q, role, inactive, sort = 'name', dir = firstDirection(sort), page = 1, size = PAGE_SIZE } = search
  return { organization, search: q, role, inactiveDays: inactive, sort, direction: dir, page, pageSize: size }
}

/** Whether the list shows fewer than all. */
export function isFiltered({ q, role, inactive }: MembersSearch): boolean {
  return q !== undefined || role !== undefined || inactive !== undefined
}

/** Equal for two states that list the same people, on whatever page and in whatever order. */
export function filterKey({ q, role, inactive }: MembersSearch): string {
  return JSON.stringify([q, role, inactive])
}

/** The router reads `?q=42` as a number. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).trim().slice(0, LONGEST_SEARCH) || undefined
}

function wholeNumber(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : undefined
}

function id<P extends 'rol' | 'mem'>(prefix: P, value: unknown) {
  return typeof value === 'string' && isId(prefix, value) ? value : undefined
}
