import type { MemberId, RoleId } from '@roster/domain'
import {
  idOf,
  isOpen,
  PAGE_SIZE,
  type PageSearch,
  pageSearch,
  type SortSearch,
  searchedText,
  sortSearch,
  wholeNumber,
} from '../pages/list-search.ts'
import { dayOf } from '../ui/days.ts'

const SORTS = ['name', 'email', 'joined', 'active'] as const
export type MemberSort = (typeof SORTS)[number]

/** What can be open over the list, and over the page of one person. */
export const DIALOGS = ['role', 'assign', 'edit', 'transfer', 'reset', 'offboard', 'remove', 'leave'] as const
export type MembersDialog = (typeof DIALOGS)[number]

/** The state of the list and of what is open over it, as its address carries it; defaults are left out. */
export type MembersSearch = PageSearch &
  SortSearch<MemberSort> & {
    q?: string | undefined
    role?: RoleId | undefined
    /** Days without activity, at least. */
    inactive?: number | undefined
    /** The day that is looked at, like 2026-03-31 in UTC; the present without it. */
    asOf?: string | undefined
    /** An earlier address of a person’s page, to which it leads. */
    member?: MemberId | undefined
    /** The invite dialog is open. */
    invite?: true | undefined
    dialog?: MembersDialog | undefined
    /** Whom the dialog is about; without it, those who are ticked. */
    of?: MemberId | undefined
  }

/** Reads the address; what makes no sense in it counts as left out. */
export function membersSearch(search: Record<string, unknown>): MembersSearch {
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    q: searchedText(search.q),
    role: idOf('rol', search.role),
    inactive: wholeNumber(search.inactive, 3_650),
    asOf: dayOf(search.asOf),
    ...sortSearch(search, SORTS, firstDirection),
    ...pageSearch(search),
    member: idOf('mem', search.member),
    invite: isOpen(search.invite),
    dialog: DIALOGS.find((known) => known === search.dialog),
    of: idOf('mem', search.of),
  }
}

/** The direction of the first press: names from A, times from the newest. */
export function firstDirection(sort: MemberSort): 'asc' | 'desc' {
  return sort === 'joined' || sort === 'active' ? 'desc' : 'asc'
}

/** What to ask the server for. */
export function listInput(organization: string, search: MembersSearch) {
  const {
    q,
    role,
    inactive,
    sort = 'name',
    dir = firstDirection(sort),
    page = 1,
    size = PAGE_SIZE,
    asOf,
  } = search
  // An earlier day is listed by name, and activity is known of today only.
  if (asOf) return { organization, search: q, role, page, pageSize: size, asOf }
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
