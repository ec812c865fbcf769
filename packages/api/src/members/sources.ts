import type { Instant, RoleId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { type Label, labelsOf } from './labels.ts'
import { isTrigram, trigramsOf } from './search.ts'

export type Sort = 'name' | 'email' | 'joined' | 'active'

/** The order of a list: by name it is the order of the labels, otherwise labels decide among equals. */
export interface Order {
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
}

/** Who is listed; nothing set lists everybody. */
export interface Filter {
  readonly number: number
  readonly needles: readonly string[]
  readonly role: RoleId | null
  /** Only those who have not been active since. */
  readonly inactiveBefore: Instant | null
  /** Only part of the organization: who is in a project, say. */
  readonly within?: Within
}

/** A part of the organization as a condition on `l`, and at least how many are in it. */
export interface Within {
  readonly passes: RawBuilder<unknown>
  readonly total: number
}

/** A place in a list: the label of a member and, unless the list is by name, the value it is sorted by. */
export interface Place {
  readonly label: Label
  readonly value: string | number | null
}

/** The column of each sort and the index that holds it; by name the row id itself is the order. */
export const SORTED_BY = { name: null, email: 'email', joined: 'joined_at', active: 'active_at' } as const

/**
 * An index that meets candidates in the order of the list: the trigram index and the one by role in the order of
 * names, the table itself, or an index by another column.
 */
export type Source = 'search' | 'role' | Sort

/** The source for a filter that narrows the most while keeping the order. */
export function sourceFor(filter: Filter, { sort }: Order): Source {
  if (sort !== 'name') return sort
  if (filter.needles.length > 0) return 'search'
  return filter.role === null ? 'name' : 'role'
}

/** Whether everybody a source meets passes the filter, so that the index alone decides and places can be counted in it. */
export function isExact(source: Source, { needles, role, inactiveBefore, within }: Filter): boolean {
  const bySearch = needles.length === 0 || (source === 'search' && needles.every(isTrigram))
  const byRole = role === null || source === 'role'
  const byActivity = inactiveBefore === null || source === 'active'
  return bySearch && byRole && byActivity && !within
}

type Sql = RawBuilder<unknown>

/** What a source is in SQL: tables, its order, and the ranges of the index that hold the candidates, one after another. */
export interface SourceSql {
  readonly from: Sql
  readonly ranges: readonly Sql[]
  readonly order: Sql
}

/** The candidates of a source behind one place and up to another, that one included; null leaves an end open. */
export function candidates(
  source: Source,
  filter: Filter,
  order: Order,
  after: Place | null,
  upTo: Place | null,
): SourceSql {
  const to = sql.raw(order.direction)
  if (source === 'email' || source === 'joined' || source === 'active') {
    const ref = sql.ref(`l.${SORTED_BY[source]}`)
    return {
      from: sql`member_listing as l`,
      ranges: rangesByColumn(source, filter, order, after, upTo),
      order: sql`${ref} ${to}, l.position ${to}`,
    }
  }
  const { first, last } = labelsBetweenPlaces(filter.number, order.direction, after, upTo)
  if (source === 'search') {
    const range = sql`s.member_search match ${trigramsOf(filter.needles)} and s.rowid >= ${first} and s.rowid <= ${last}`
    return {
      from: sql`member_search as s cross join member_listing as l on l.position = s.rowid`,
      ranges: [range],
      order: sql`s.rowid ${to}`,
    }
  }
  const inRole =
    source === 'role' ? sql`l.number = ${filter.number} and l.role_id = ${filter.role} and ` : sql``
  return {
    from: sql`member_listing as l`,
    ranges: [sql`${inRole}l.position >= ${first} and l.position <= ${last}`],
    order: sql`l.position ${to}`,
  }
}

/**
 * Equal values are told apart by label, and there may be a million of them (all who never were active). SQLite
 * would seek the value and then walk through its equals, so each range has the value fixed or the label free.
 */
function rangesByColumn(
  source: 'email' | 'joined' | 'active',
  { number, inactiveBefore }: Filter,
  { direction }: Order,
  after: Place | null,
  upTo: Place | null,
): readonly Sql[] {
  const ref = sql.ref(`l.${SORTED_BY[source]}`)
  const [behind, before] = direction === 'asc' ? [sql`>`, sql`<`] : [sql`<`, sql`>`]
  const own = sql`l.number = ${number}`
  const endsAt =
    source === 'active' && inactiveBefore !== null ? sql` and l.active_at < ${inactiveBefore}` : sql``
  if (after && upTo && after.value === upTo.value) {
    return [
      sql`${own} and ${ref} = ${after.value} and l.position ${behind} ${after.label} and l.position ${before}= ${upTo.label}`,
    ]
  }
  const equals = after && [sql`${own} and ${ref} = ${after.value} and l.position ${behind} ${after.label}`]
  const last = upTo && [sql`${own} and ${ref} = ${upTo.value} and l.position ${before}= ${upTo.label}`]
  const low = after ? sql` and ${ref} ${behind} ${after.value}` : sql``
  const high = upTo ? sql` and ${ref} ${before} ${upTo.value}` : sql``
  // One bound to a side, for SQLite takes only one into the index: the end of inactivity is the upper one.
  const bounded = direction === 'asc' ? upTo : after
  return [...(equals ?? []), sql`${own}${low}${high}${bounded ? sql`` : endsAt}`, ...(last ?? [])]
}

/** One range, since SQLite takes only one bound of each kind into the index and it might be the wider one. */
function labelsBetweenPlaces(
  number: number,
  direction: 'asc' | 'desc',
  after: Place | null,
  upTo: Place | null,
) {
  const { first, last } = labelsOf(number)
  const low = direction === 'asc' ? after && after.label + 1n : upTo?.label
  const high = direction === 'asc' ? upTo?.label : after && after.label - 1n
  return {
    first: low && low > first ? low : first,
    last: high !== null && high !== undefined && high < last ? high : last,
  }
}

/** Whether a row passes the filter, whatever index it was met in. */
export function passes({ needles, role, inactiveBefore, within }: Filter): Sql {
  const terms: Sql[] = [sql`1`]
  for (const needle of needles) terms.push(sql`instr(l.search, ${needle}) > 0`)
  if (role !== null) terms.push(sql`+l.role_id = ${role}`)
  if (inactiveBefore !== null) terms.push(sql`+l.active_at < ${inactiveBefore}`)
  if (within) terms.push(within.passes)
  return sql.join(terms, sql` and `)
}
