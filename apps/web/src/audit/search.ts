import { type AuditAction, isAuditAction, type UserId } from '@roster/domain'
import { idOf, PAGE_SIZE, type PageSearch, pageSearch, wholeNumber } from '../pages/list-search.ts'
import { dayOf, dayStart } from '../ui/days.ts'

/** The state of the list, as its address carries it; defaults are left out. */
export type AuditSearch = PageSearch & {
  person?: UserId | undefined
  action?: AuditAction | undefined
  /** The first day, like 2026-03-31, as the reader's clock has it. */
  from?: string | undefined
  /** The last day. */
  to?: string | undefined
  /** The sequence number of the entry that is unfolded. */
  entry?: number | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const { action } = search
  // Every key is answered, also as undefined: what is left out here would stay in the address as it came.
  return {
    person: idOf('usr', search.person),
    action: typeof action === 'string' && isAuditAction(action) ? action : undefined,
    from: dayOf(search.from),
    to: dayOf(search.to),
    ...pageSearch(search),
    entry: wholeNumber(search.entry, Number.MAX_SAFE_INTEGER),
  }
}

/** What to ask the server for; days become moments of the reader's own time zone, the last one whole. */
export function listInput(organization: string, search: AuditSearch) {
  const { person, action, from, to, page = 1, size = PAGE_SIZE } = search
  return {
    organization,
    person,
    action,
    from: from === undefined ? undefined : dayStart(from),
    to: to === undefined ? undefined : dayStart(to, 1),
    page,
    pageSize: size,
  }
}

/** Whether the list shows fewer than all. */
export function isFiltered({ person, action, from, to }: AuditSearch): boolean {
  return person !== undefined || action !== undefined || from !== undefined || to !== undefined
}
