import { type AuditAction, isAuditAction, isId, type UserId } from '@roster/domain'

export const PAGE_SIZES = [25, 50, 100] as const
const [PAGE_SIZE] = PAGE_SIZES

/** The state of the list, as its address carries it; defaults are left out. */
export type AuditSearch = {
  person?: UserId | undefined
  action?: AuditAction | undefined
  /** The first day, like 2026-03-31, as the reader's clock has it. */
  from?: string | undefined
  /** The last day. */
  to?: string | undefined
  page?: number | undefined
  size?: number | undefined
  /** The sequence number of the entry that is unfolded. */
  entry?: number | undefined
}

/** Reads the address; what makes no sense in it counts as left out. */
export function auditSearch(search: Record<string, unknown>): AuditSearch {
  const { person, action } = search
  const page = wholeNumber(search.page, 1_000_000)
  const size = PAGE_SIZES.find((known) => known === search.size)
  return given({
    person: typeof person === 'string' && isId('usr', person) ? person : undefined,
    action: typeof action === 'string' && isAuditAction(action) ? action : undefined,
    from: day(search.from),
    to: day(search.to),
    page: page === 1 ? undefined : page,
    size: size === PAGE_SIZE ? undefined : size,
    entry: wholeNumber(search.entry, Number.MAX_SAFE_INTEGER),
  })
}

/** What to ask the server for; days become moments of the reader's own time zone, the last one whole. */
export function listInput(organization: string, search: AuditSearch) {
  const { person, action, from, to, page = 1, size = PAGE_SIZE } = search
  return {
    organization,
    person,
    action,
    from: from === undefined ? undefined : startOf(from, 0),
    to: to === undefined ? undefined : startOf(to, 1),
    page,
    pageSize: size,
  }
}

/** Whether the list shows fewer than all. */
export function isFiltered({ person, action, from, to }: AuditSearch): boolean {
  return person !== undefined || action !== undefined || from !== undefined || to !== undefined
}

/** The day of a moment as the address writes it, some days later or earlier. */
export function dayOf(at: number, more = 0): string {
  const date = new Date(at)
  const year = date.getFullYear()
  const shifted = new Date(Date.UTC(year, date.getMonth(), date.getDate() + more))
  return shifted.toISOString().slice(0, 10)
}

/** The midnight with which a day begins for the reader, some days later. */
export function startOf(day: string, more: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + more).getTime()
}

/** A day that is in the calendar, from 1970 on; anything else is none. */
function day(value: unknown): string | undefined {
  if (typeof value !== 'string' || !/^(19[7-9]|2\d\d)\d-\d\d-\d\d$/.test(value)) return undefined
  const at = Date.parse(`${value}T00:00:00Z`)
  // 30 February would become 2 March, silently.
  return new Date(Number.isNaN(at) ? 0 : at).toISOString().startsWith(value) ? value : undefined
}

function wholeNumber(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : undefined
}

function given(search: AuditSearch): AuditSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined))
}
