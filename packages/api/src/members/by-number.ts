import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { type Label, labelsOf } from './labels.ts'
import { LISTED_COLUMNS, type ListedRow } from './rows.ts'
import type { Order } from './sources.ts'

/** What is asked for; a type, since statements take nothing that may have more. */
type Range = { readonly first: Label; readonly last: Label; readonly take: number }

const firstRows = statement<Range, ListedRow>(`
  select ${LISTED_COLUMNS} from member_listing as l
  where l.position >= :first and l.position <= :last order by l.position limit :take
`)

const lastRows = statement<Range, ListedRow>(`
  select ${LISTED_COLUMNS} from member_listing as l
  where l.position >= :first and l.position <= :last order by l.position desc limit :take
`)

/** Counts of spans are added up until the one that holds the place, on both levels; then its members are passed over. */
const rowsFrom = statement<Range & { readonly index: number }, ListedRow>(`
  with above as materialized (
    select first, through - members as before from (
      select first, members, sum(members) over (order by first rows unbounded preceding) as through
      from member_span where level = 2 and first >= :first and first <= :last
    ) where through > :index limit 1
  ), span as materialized (
    select first, through - members + (select before from above) as before from (
      select first, members, sum(members) over (order by first rows unbounded preceding) as through
      from member_span where level = 1 and first >= (select first from above) and first <= :last
    ) where through > :index - (select before from above) limit 1
  )
  select ${LISTED_COLUMNS} from member_listing as l
  where l.position >= (select first from span) and l.position <= :last
  order by l.position limit :take offset ifnull(:index - (select before from span), 0)
`)

/**
 * The rows of the whole list by name from an index on, counted from 0 in the order asked for. Costs nearly the same
 * anywhere: a walk over some hundred counts on each level and over part of one span.
 */
export async function rowsByNumber(
  db: Reads,
  number: number,
  { direction }: Pick<Order, 'direction'>,
  { index, take, total }: { readonly index: number; readonly take: number; readonly total: number },
): Promise<readonly ListedRow[]> {
  const labels = labelsOf(number)
  if (index === 0) return (direction === 'asc' ? firstRows : lastRows)(db, { ...labels, take })
  if (direction === 'asc') return rowsFrom(db, { ...labels, index, take })
  const from = Math.max(0, total - index - take)
  return (await rowsFrom(db, { ...labels, index: from, take: total - index - from })).toReversed()
}
