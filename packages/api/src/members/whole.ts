import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { type Label, type Labels, labelsOf } from './labels.ts'
import { LISTED_COLUMNS, type ListedRow } from './rows.ts'
import type { Order, Place } from './sources.ts'

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

const skippedRows = statement<Range & { readonly skip: number }, ListedRow>(`
  select ${LISTED_COLUMNS} from member_listing as l
  where l.position >= :first and l.position <= :last order by l.position limit :take offset :skip
`)

// As text in one row: dozens of rows would cost more to hand over than to read.
const spansIn = statement<
  Omit<Range, 'take'> & { readonly level: Level },
  { firsts: string | null; members: string }
>(`
  select group_concat(first) as firsts, group_concat(members) as members from (
    select first, members from member_span
    where level = :level and first >= :first and first <= :last order by first
  )
`)

type Level = 1 | 2 | 3

/** A span of labels in which a place is to be found, and how many members of it come before. */
interface Within {
  readonly first: Label
  readonly last: Label
  readonly skip: number
}

/** The narrower span that holds the place: counts are added up until there. Null behind the last member. */
async function narrower(db: Reads, level: Level, { first, last, skip }: Within): Promise<Within | null> {
  const [row] = await spansIn(db, { level, first, last })
  if (!row?.firsts) return null
  const firsts = row.firsts.split(',')
  let before = 0
  for (const [index, members] of row.members.split(',').map(Number).entries()) {
    const span = firsts[index]
    if (span !== undefined && before + members > skip) {
      const next = firsts[index + 1]
      return { first: BigInt(span), last: next === undefined ? last : BigInt(next) - 1n, skip: skip - before }
    }
    before += members
  }
  return null
}

async function rowsFrom(
  db: Reads,
  labels: Labels,
  index: number,
  take: number,
): Promise<readonly ListedRow[]> {
  let within: Within | null = { ...labels, skip: index }
  for (const level of [3, 2, 1] as const) within = within && (await narrower(db, level, within))
  return within ? skippedRows(db, { first: within.first, last: labels.last, take, skip: within.skip }) : []
}

/** Where in the whole list by name: behind a place, or at an index counted from 0 in the order asked for. */
export interface Whereabouts {
  readonly after: Place | null
  readonly index: number
  readonly take: number
  readonly total: number
}

/**
 * The rows of the whole list by name from some place on. Costs nearly the same anywhere: for an index, a few dozen
 * counts on each level, and part of one span, are passed over.
 */
export async function rowsByName(
  db: Reads,
  number: number,
  { direction }: Pick<Order, 'direction'>,
  { after, index, take, total }: Whereabouts,
): Promise<readonly ListedRow[]> {
  const labels = labelsOf(number)
  const ascending = direction === 'asc'
  if (after && ascending) return firstRows(db, { first: after.label + 1n, last: labels.last, take })
  if (after) return lastRows(db, { first: labels.first, last: after.label - 1n, take })
  if (index === 0) return (ascending ? firstRows : lastRows)(db, { ...labels, take })
  if (ascending) return rowsFrom(db, labels, index, take)
  const from = Math.max(0, total - index - take)
  return (await rowsFrom(db, labels, from, total - index - from)).toReversed()
}
