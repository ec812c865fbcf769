import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
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
 * knows who is meant: then it is an offset in a covering index, some 30 ns a member.
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
    const end = exact ? null : await nthCandidate(db, source, filter, order, from, step)
    const passed = left > 0 ? await count(db, source, filter, order, from, end) : 0
    if (left > 0 && passed <= left) left -= passed
    else {
      const wanted = take - found.length
      found.push(...(await rows(db, source, filter, order, from, end, left, wanted)))
      left = 0
    }
    if (!end) break
    from = end
    if (step > FIRST_STEP) await breathe()
  }
  return found
}

/** The place of the n-th candidate behind a place; null where there are fewer. */
export async function nthCandidate(
  db: Reads,
  source: Source,
  filter: Filter,
  order: Order,
  after: Place | null,
  nth: number,
): Promise<Place | null> {
  const column = source === 'search' || source === 'role' ? null : SORTED_BY[source]
  const { where, order: by } = candidates(source, filter, order, after, null)
  const label = source === 'search' ? sql`s.rowid` : sql`l.position`
  const from = source === 'search' ? sql`member_search as s` : sql`member_listing as l`
  const { rows } = await sql<{ label: string; value: string | number | null }>`
    select cast(${label} as text) as label, ${column === null ? sql`null` : sql.ref(`l.${column}`)} as value
    from ${from} where ${where} order by ${by} limit 1 offset ${nth - 1}
  `.execute(db)
  const [row] = rows
  return row ? { label: BigInt(row.label), value: row.value } : null
}

async function count(
  db: Reads,
  source: Source,
  filter: Filter,
  order: Order,
  after: Place | null,
  upTo: Place | null,
): Promise<number> {
  const { from, where } = candidates(source, filter, order, after, upTo)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${from} where ${where} and ${passes(filter)}
  `.execute(db)
  return rows[0]?.count ?? 0
}

async function rows(
  db: Reads,
  source: Source,
  filter: Filter,
  order: Order,
  after: Place | null,
  upTo: Place | null,
  skip: number,
  take: number,
): Promise<readonly ListedRow[]> {
  const { from, where, order: by } = candidates(source, filter, order, after, upTo)
  const { rows } = await sql<ListedRow>`
    select ${LISTED} from ${from} where ${where} and ${passes(filter)}
    order by ${by} limit ${take} offset ${skip}
  `.execute(db)
  return rows
}
