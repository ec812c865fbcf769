import { setImmediate as breathe } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'
import { LISTED, type ListedRow } from './rows.ts'
import {
  candidates,
  type Filter,
  isExact,
  type Order,
  type Place,
  passes,
  SORTED_BY,
  type Source,
} from './sources.ts'

/** How many candidates are looked at in one go: few at first, then more, and never for longer than others can wait. */
const FIRST_STEP = 128
const LAST_STEP = 4_096

/**
 * The rows of a filtered list behind a place, without the first `skip` of them, `take` at the most: candidates come
 * in the order of the list from an index, the filter decides. Where hits are rare that can be a long walk, so it
 * goes in steps between which others are served. A jump to a far page costs its distance, unless the index alone
 * knows who is meant: then it is an offset in a covering index, some 50 ms for a million.
 */
export async function walk(
  db: Reads,
  source: Source,
  filter: Filter,
  order: Order,
  { after, skip, take }: { readonly after: Place | null; readonly skip: number; readonly take: number },
): Promise<readonly ListedRow[]> {
  const exact = isExact(source, filter)
  let from = after
  let left = skip
  if (exact && skip > 0) {
    from = await nthCandidate(db, source, filter, order, after, skip)
    if (!from) return []
    left = 0
  }
  const found: ListedRow[] = []
  for (let step = FIRST_STEP; found.length < take; step = Math.min(step * 4, LAST_STEP)) {
    const upTo = exact ? null : await nthCandidate(db, source, filter, order, from, step)
    const ask = { after: from, upTo, skip: left, take: take - found.length }
    const { rows, skipped } = await hits(db, source, filter, order, ask)
    found.push(...rows)
    left -= skipped
    if (!upTo) break
    from = upTo
    if (step > FIRST_STEP) await breathe()
  }
  return found
}

/** The place of the n-th candidate behind a place, counted from 1; null where there are fewer. */
export async function nthCandidate(
  db: Reads,
  source: Source,
  filter: Filter,
  order: Order,
  after: Place | null,
  nth: number,
): Promise<Place | null> {
  const column = source === 'search' || source === 'role' ? null : SORTED_BY[source]
  const { ranges, order: by } = candidates(source, filter, order, after, null)
  const [from, label] =
    source === 'search'
      ? [sql`member_search as s`, sql`s.rowid`]
      : [sql`member_listing as l`, sql`l.position`]
  const value = column === null ? sql`null` : sql.ref(`l.${column}`)
  let left = nth
  for (const [index, range] of ranges.entries()) {
    const { rows } = await sql<{ label: string; value: string | number | null }>`
      select cast(${label} as text) as label, ${value} as value
      from ${from} where ${range} order by ${by} limit 1 offset ${left - 1}
    `.execute(db)
    const [row] = rows
    if (row) return { label: BigInt(row.label), value: row.value }
    if (index < ranges.length - 1) left -= await countIn(db, from, range)
  }
  return null
}

async function countIn(db: Reads, from: RawBuilder<unknown>, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${from} where ${where}
  `.execute(db)
  return rows[0]?.count ?? 0
}

/** The candidates up to a place that pass the filter: without the first `skip`, at most `take`. */
async function hits(
  db: Reads,
  source: Source,
  filter: Filter,
  order: Order,
  { after, upTo, skip, take }: { after: Place | null; upTo: Place | null; skip: number; take: number },
): Promise<{ readonly rows: readonly ListedRow[]; readonly skipped: number }> {
  const { from, ranges, order: by } = candidates(source, filter, order, after, upTo)
  const found: ListedRow[] = []
  let skipped = 0
  for (const range of ranges) {
    const passing = sql`${range} and ${passes(filter)}`
    const left = skip - skipped
    const here = left > 0 ? Math.min(left, await countIn(db, from, passing)) : 0
    const { rows } = await sql<ListedRow>`
      select ${LISTED} from ${from} where ${passing}
      order by ${by} limit ${take - found.length} offset ${here}
    `.execute(db)
    skipped += here
    found.push(...rows)
    if (found.length >= take) break
  }
  return { rows: found, skipped }
}
