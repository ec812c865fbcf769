import { sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'
import type { Label, Labels } from './labels.ts'

/** The most that a span of members (level 1) and spans of spans (levels 2 and 3) hold, counted in members. */
const MOST = { 1: 128, 2: 3_072, 3: 73_728 } as const
type Level = keyof typeof MOST

/**
 * Splits the spans that have grown too large among those that reach into these labels. Counts themselves are kept
 * by triggers; what has become empty is taken out so that an organization that shrinks gets its short list back.
 */
export async function splitSpans(tx: Transaction, labels: Labels): Promise<void> {
  for (const level of [1, 2, 3] as const) {
    const { rows } = await sql<{ label: string; members: number }>`
      select cast(first as text) as label, members from member_span
      where level = ${level} and first <= ${labels.last} and members > ${MOST[level]}
        and first >= (select max(first) from member_span where level = ${level} and first <= ${labels.first})
      order by first
    `.execute(tx)
    for (const span of rows) await split(tx, level, BigInt(span.label), span.members)
  }
}

async function split(tx: Transaction, level: Level, first: Label, members: number): Promise<void> {
  const half = MOST[level] / 2
  const end = await endOf(tx, level, first)
  const borders =
    level === 1
      ? await everyNth(tx, { first, last: end }, half)
      : await heavyBorders(tx, level, { first, last: end }, half)
  const spans = borders.map((border, index) => ({
    level,
    first: border.first,
    members: (borders[index + 1]?.before ?? members) - border.before,
  }))
  const [kept, ...added] = spans
  if (!kept || added.length === 0) return
  await tx
    .updateTable('member_span')
    .set({ members: kept.members })
    .where('level', '=', level)
    .where('first', '=', first)
    .execute()
  await tx.insertInto('member_span').values(added).execute()
}

/** Where new spans begin, and how many members of the old one come before. */
interface Border {
  readonly first: Label
  readonly before: number
}

async function everyNth(db: Reads, labels: Labels, nth: number): Promise<readonly Border[]> {
  const { rows } = await sql<{ label: string; before: number }>`
    select cast(position as text) as label, before from (
      select position, row_number() over (order by position) - 1 as before
      from member_listing where position between ${labels.first} and ${labels.last}
    ) where before % ${nth} = 0 order by position
  `.execute(db)
  return rows.map((row, index) => ({
    first: index === 0 ? labels.first : BigInt(row.label),
    before: row.before,
  }))
}

async function heavyBorders(
  db: Reads,
  level: 2 | 3,
  labels: Labels,
  nth: number,
): Promise<readonly Border[]> {
  const { rows } = await sql<{ label: string; members: number }>`
    select cast(first as text) as label, members from member_span
    where level = ${level - 1} and first between ${labels.first} and ${labels.last} order by first
  `.execute(db)
  const borders: Border[] = []
  let before = 0
  for (const row of rows) {
    if (before >= borders.length * nth) borders.push({ first: BigInt(row.label), before })
    before += row.members
  }
  return borders
}

/** The last label of a span: before the next one of its level, if that is of the same organization. */
async function endOf(db: Reads, level: Level, first: Label): Promise<Label> {
  const { rows } = await sql<{ next: string | null }>`
    select cast(min(first) as text) as next from member_span
    where level = ${level} and first > ${first} and first >> 43 = ${first} >> 43
  `.execute(db)
  const next = rows[0]?.next
  return next ? BigInt(next) - 1n : ((first >> 43n) + 1n) * (1n << 43n) - 1n
}
