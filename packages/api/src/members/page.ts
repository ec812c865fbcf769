import type { OrganizationId } from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { COUNTED_AT_MOST, find, holders, inOrder } from './few.ts'
import type { Label } from './labels.ts'
import { type ListedRow, rowsAt } from './rows.ts'
import { type Filter, isExact, type Order, type Place, sourceFor } from './sources.ts'
import { walk } from './walk.ts'
import { rowsByName } from './whole.ts'

/** What is asked for: a page by number, counted from 1, or what follows a place. */
export interface Ask {
  readonly page: number
  readonly pageSize: number
  readonly after: Place | null
}

export interface Page {
  readonly rows: readonly ListedRow[]
  readonly total: number
  readonly totalIsCapped: boolean
  /** The page these rows are on: the last one when a later one was asked for. */
  readonly page: number
  /** Where the next page begins; null on the last one. */
  readonly next: ListedRow | null
}

/** A page of the members who pass a filter. */
export async function pageOf(
  db: Reads,
  organization: OrganizationId,
  filter: Filter,
  order: Order,
  ask: Ask,
): Promise<Page> {
  const source = sourceFor(filter, order)
  const total = await maintainedTotal(db, organization, filter)
  if (total !== null && (total > COUNTED_AT_MOST || isExact(source, filter))) {
    const page = clamped(ask, total)
    const skip = ask.after ? 0 : (page - 1) * ask.pageSize
    const take = ask.pageSize + 1
    const rows =
      source === 'name' && isExact(source, filter)
        ? await rowsByName(db, filter.number, order, { after: ask.after, index: skip, take, total })
        : await walk(db, source, filter, order, { after: ask.after, skip, take })
    return { ...cut(rows, ask), total, totalIsCapped: false, page }
  }
  const found = await find(db, filter)
  const count = Math.min(found.labels.length, COUNTED_AT_MOST)
  const page = clamped(ask, count)
  const counts = { total: count, totalIsCapped: !found.complete, page }
  if (found.complete) return { ...(await fewPage(db, found.labels, order, { ...ask, page })), ...counts }
  const skip = ask.after ? 0 : (page - 1) * ask.pageSize
  const take = ask.pageSize + 1
  const known = order.sort === 'name' && order.direction === 'asc' && !ask.after
  const rows =
    known && skip + take <= found.labels.length
      ? await rowsAt(db, found.labels.slice(skip, skip + take))
      : await walk(db, source, filter, order, { after: ask.after, skip, take })
  return { ...cut(rows, ask), ...counts }
}

/** The number that is kept and not counted: of all members, or of those who hold a role. */
async function maintainedTotal(
  db: Reads,
  organization: OrganizationId,
  filter: Filter,
): Promise<number | null> {
  if (filter.needles.length > 0 || filter.inactiveBefore !== null) return null
  if (filter.within) return filter.role === null ? filter.within.total : null
  if (filter.role !== null) return holders(db, filter)
  const [row] = await membersOf(db, { organization })
  return row?.members ?? 0
}

const membersOf = statement<{ readonly organization: OrganizationId }, { readonly members: number }>(
  'select members from organization_total where organization_id = :organization',
)

function clamped({ page, pageSize, after }: Ask, total: number): number {
  return after ? page : Math.min(page, Math.max(1, Math.ceil(total / pageSize)))
}

async function fewPage(db: Reads, labels: readonly Label[], order: Order, { page, pageSize, after }: Ask) {
  const places = await inOrder(db, labels, order)
  const start = after
    ? places.filter((place) => !isBehind(place, after, order)).length
    : (page - 1) * pageSize
  const shown = places.slice(start, start + pageSize)
  const rows = await rowsAt(
    db,
    shown.map((place) => place.label),
  )
  return { rows, next: start + pageSize < places.length ? (rows.at(-1) ?? null) : null }
}

function isBehind(place: Place, after: Place, { direction }: Order): boolean {
  const [low, high] = direction === 'asc' ? [after, place] : [place, after]
  if (low.value === high.value || low.value === null || high.value === null) return low.label < high.label
  return low.value < high.value
}

function cut(rows: readonly ListedRow[], { pageSize }: Ask): Pick<Page, 'rows' | 'next'> {
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1) ?? null) : null }
}
