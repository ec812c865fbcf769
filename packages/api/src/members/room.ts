import { sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'
import { evenlyFree, type Label, type Labels, labelsOf } from './labels.ts'
import { splitSpans } from './spans.ts'

/**
 * How much fuller a window may be than one twice its size. 1.3 leaves room for some hundred million members
 * among 2^43 labels, with few moves for each.
 */
const THINNING = 1.3

/**
 * Spreads the members around a label that has no free one beside it: the smallest window around it that is thin
 * enough, twice as wide each time (Bender and others, "Two simplified algorithms for maintaining order in a list").
 * On average that moves a few rows an insertion, however the names come.
 */
export async function makeRoom(tx: Transaction, number: number, around: Label): Promise<void> {
  const all = labelsOf(number)
  const at = around < all.first ? all.first : around
  let full = 1
  for (let size = 2n; ; size *= 2n) {
    full /= THINNING
    const window = windowAround(all, at, size)
    const most = Math.floor(Number(size) * full)
    const everything = window.first === all.first && window.last === all.last
    if (most < 4 && !everything) continue
    const members = await labelsIn(tx, window, most)
    if (members.length < most) return spread(tx, window, members)
    if (everything) throw new Error('an organization has no room for more members')
  }
}

function windowAround(all: Labels, at: Label, size: bigint): Labels {
  const first = all.first + ((at - all.first) / size) * size
  const last = first + size - 1n
  return { first, last: last < all.last ? last : all.last }
}

async function labelsIn(db: Reads, window: Labels, most: number): Promise<readonly Label[]> {
  const rows = await db
    .selectFrom('member_listing')
    .select(sql<string>`cast(position as text)`.as('label'))
    .where('position', '>=', window.first)
    .where('position', '<=', window.last)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows.map((row) => BigInt(row.label))
}

/** In one statement, since the search index writes itself out before each one. */
async function spread(tx: Transaction, window: Labels, labels: readonly Label[]): Promise<void> {
  const places = evenlyFree(window, labels)
  const moves = labels.map((label, index) => [String(label), String(places[index] ?? label)])
  await sql`
    update member_listing set position = move.place
    from (select cast(value ->> 0 as integer) as label, cast(value ->> 1 as integer) as place
      from json_each(${JSON.stringify(moves)})) as move
    where position = move.label
  `.execute(tx)
  await splitSpans(tx, window)
}
