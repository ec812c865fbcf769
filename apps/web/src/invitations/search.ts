import type { InvitationId, RoleId, UserId } from '@roster/domain'
import {
  idOf,
  isOpen,
  PAGE_SIZE,
  type PageSearch,
  pageSearch,
  type SortSearch,
  searchedText,
  sortSearch,
} from '../pages/list-search.ts'
import { dayOf, dayStart } from '../ui/days.ts'

export const STATUSES = [
  'open',
  'pending',
  'active',
  'expiring',
  'expired',
  'undeliverable',
  'accepted',
  'declined',
  'revoked',
  'all',
] as const
export type StatusFilter = (typeof STATUSES)[number]

const SORTS = ['sent', 'expires', 'email'] as const
export type InvitationSort = (typeof SORTS)[number]

const DIALOGS = ['details', 'resend', 'extend', 'edit', 'revoke', 'delete'] as const
export type InvitationsDialog = (typeof DIALOGS)[number]

/** The state of the list and of what is open over it, as its address carries it; defaults are left out. */
export type InvitationsSearch = PageSearch &
  SortSearch<InvitationSort> & {
    q?: string | undefined
    status?: StatusFilter | undefined
    sender?: UserId | undefined
    role?: RoleId | undefined
    /** Sent on this day or later, as YYYY-MM-DD. */
    from?: string | undefined
    /** Sent on this day or before. */
    to?: string | undefined
    /** The invite dialog is open. */
    invite?: true | undefined
    dialog?: InvitationsDialog | undefined
    /** What the dialog is about; without it, what is ticked. */
    of?: InvitationId | undefined
  }

/** Reads the address; what makes no sense in it counts as left out. */
export function invitationsSearch(search: Record<string, unknown>): InvitationsSearch {
  const status = STATUSES.find((known) => known === search.status)
  const [from, to] = [dayOf(search.from), dayOf(search.to)]
  const backwards = from !== undefined && to !== undefined && from > to
  // Every key is there, also without a value: a key left out would keep what the address says.
  return {
    q: searchedText(search.q),
    status: status === 'open' ? undefined : status,
    sender: idOf('usr', search.sender),
    role: idOf('rol', search.role),
    from: backwards ? to : from,
    to: backwards ? from : to,
    ...sortSearch(search, SORTS, firstDirection),
    ...pageSearch(search),
    invite: isOpen(search.invite),
    dialog: DIALOGS.find((known) => known === search.dialog),
    of: idOf('inv', search.of),
  }
}

/** The direction of the first press: the newest first, else what comes first. */
export function firstDirection(sort: InvitationSort): 'asc' | 'desc' {
  return sort === 'sent' ? 'desc' : 'asc'
}

/** What to ask the server for; days are the reader's own. */
export function listInput(organization: string, search: InvitationsSearch) {
  const { q, status = 'open', sender, role, from, to } = search
  const { sort = 'sent', dir = firstDirection(sort), page = 1, size = PAGE_SIZE } = search
  return {
    organization,
    search: q,
    status,
    sender,
    role,
    sentAfter: from === undefined ? undefined : dayStart(from),
    sentBefore: to === undefined ? undefined : dayStart(to, 1),
    sort,
    direction: dir,
    page,
    pageSize: size,
  }
}

/** What narrows the list down besides the status. */
export function isNarrowed({ q, sender, role, from, to }: InvitationsSearch): boolean {
  return [q, sender, role, from, to].some((one) => one !== undefined)
}

/** Takes every filter off, the search too. */
export const NO_FILTERS = {
  q: undefined,
  status: undefined,
  sender: undefined,
  role: undefined,
  from: undefined,
  to: undefined,
  page: undefined,
} as const satisfies InvitationsSearch

/** Equal for two states that list the same invitations, on whatever page and in whatever order. */
export function filterKey({ q, status, sender, role, from, to }: InvitationsSearch): string {
  return JSON.stringify([q, status, sender, role, from, to])
}
