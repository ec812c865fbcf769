import { type RawBuilder, sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'
import { evenly, type Label, type Labels, labelsBetween, labelsOf, naturalLabels } from './labels.ts'
import { splitSpans } from './spans.ts'

/** What decides about a place in the list: the key of the name, and the id of the member among equals. */
export interface Placed {
  readonly nameKey: string
  readonly member: string
}

/** Whether one comes before another by name, as SQLite compares text: by code points, not by UTF-16 units. */
export function comesBefore(one: Placed, other: Placed): boolean {
  const order = compare(one.nameKey, other.nameKey)
  return order === 0 ? one.member < other.member : order < 0
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  let at = 0
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at === shorter ? a.length - b.length : rank(a.charCodeAt(at)) - rank(b.charCodeAt(at))
}

/** Surrogates stand for characters behind all that fit one unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** The label for one more member, between those whose names come before and after; makes room where there is none. */
export async function placeFor(tx: Transaction, number: number, placed: Placed): Promise<Label> {
  for (;;) {
    const { before, after } = await neighbours(tx, number, placed)
    const [label] = labelsBetween(before, after, [naturalLabels(number, placed.nameKey)]) ?? []
    if (label !== undefined) return label
    await makeRoom(tx, number, before)
  }
}

/** The labels on either side of where a member belongs; one outside the organization's where nobody is there. */
export async function neighbours(
  db: Reads,
  number: number,
  { nameKey, member }: Placed,
): Promise<{ readonly before: Label; readonly after: Label; readonly next: Placed | null }> {
  const { first, last } = labelsOf(number)
  const { rows } = await sql<{ side: 0 | 1; name_key: string; member_id: string; label: string }>`
    select * from (
      select * from (${beside(number, sql`name_key = ${nameKey} and member_id < ${member}`, 'desc')})
      union all select * from (${beside(number, sql`name_key < ${nameKey}`, 'desc')}) limit 1
    ) union all select * from (
      select * from (${beside(number, sql`name_key = ${nameKey} and member_id > ${member}`, 'asc')})
      union all select * from (${beside(number, sql`name_key > ${nameKey}`, 'asc')}) limit 1
    )
  `.execute(db)
  const before = rows.find((row) => row.side === 0)
  const after = rows.find((row) => row.side === 1)
  return {
    before: before ? BigInt(before.label) : first - 1n,
    after: after ? BigInt(after.label) : last + 1n,
    next: after ? { nameKey: after.name_key, member: after.member_id } : null,
  }
}

/** Namesakes are looked for apart, or SQLite would walk through all of them to find the one beside. */
function beside(number: number, where: RawBuilder<unknown>, to: 'asc' | 'desc') {
  const side = sql.raw(to === 'desc' ? '0' : '1')
  const direction = sql.raw(to)
  return sql`
    select ${side} as side, name_key, member_id, cast(position as text) as label from member_listing
    where number = ${number} and ${where} order by name_key ${direction}, member_id ${direction} limit 1
  `
}

function text(column: 'position') {
  return sql<string>`cast(${sql.ref(column)} as text)`
}

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
    .select(text('position').as('label'))
    .where('position', '>=', window.first)
    .where('position', '<=', window.last)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows.map((row) => BigInt(row.label))
}

/** Moves up from the last, then down from the first: so nobody is ever put where another one still is. */
async function spread(tx: Transaction, window: Labels, labels: readonly Label[]): Promise<void> {
  const places = evenly(window.first - 1n, window.last + 1n, labels.length)
  const moves = labels.map((from, index) => ({ from, to: places[index] ?? from }))
  for (const move of moves.toReversed()) if (move.to > move.from) await relabel(tx, move)
  for (const move of moves) if (move.to < move.from) await relabel(tx, move)
  await splitSpans(tx, window)
}

async function relabel(tx: Transaction, { from, to }: { from: Label; to: Label }): Promise<void> {
  await tx.updateTable('member_listing').set({ position: to }).where('position', '=', from).execute()
}
