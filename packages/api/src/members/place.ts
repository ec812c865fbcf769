import { type RawBuilder, sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'
import type { Placed } from './by-name.ts'
import { type Label, labelsBetween, labelsOf, naturalLabels } from './labels.ts'
import { makeRoom } from './room.ts'

/** The label for one more member, between those whose names come before and after; makes room where there is none. */
export async function placeFor(tx: Transaction, number: number, placed: Placed): Promise<Label> {
  for (;;) {
    const beside = await neighbours(tx, number, placed)
    const [label] = labelsFor(number, beside, [placed]) ?? []
    if (label !== undefined) return label
    await makeRoom(tx, number, beside.before)
  }
}

/** Who is on either side of a place, with their labels; those outside the organization's where nobody is there. */
export interface Neighbours {
  readonly before: Label
  readonly after: Label
  readonly previous: Placed | null
  readonly next: Placed | null
}

/** Namesakes join in the order of their ids, so each is put a small step behind the last one and not half-way. */
const NAMESAKE_STEP = 256n

/**
 * Ascending labels between two neighbours for some who belong there, in the order of the list; null without room.
 */
export function labelsFor(
  number: number,
  { before, after, previous }: Pick<Neighbours, 'before' | 'after' | 'previous'>,
  placed: readonly Placed[],
): readonly Label[] | null {
  const others = placed.findIndex((one) => one.nameKey !== previous?.nameKey)
  const count = others === -1 ? placed.length : others
  const namesakes = Array.from({ length: count }, (_, index) => before + NAMESAKE_STEP * BigInt(index + 1))
  const last = namesakes.at(-1)
  const fits = last !== undefined && after - last > NAMESAKE_STEP
  const rest = fits ? placed.slice(count) : placed
  if (fits && rest.length === 0) return namesakes
  const labels = labelsBetween(
    fits ? last : before,
    after,
    rest.map((one) => naturalLabels(number, one.nameKey)),
  )
  return labels && (fits ? [...namesakes, ...labels] : labels)
}

/** The labels on either side of where a member belongs; one outside the organization's where nobody is there. */
export async function neighbours(
  db: Reads,
  number: number,
  { nameKey, member }: Placed,
): Promise<Neighbours> {
  const { first, last } = labelsOf(number)
  const { rows } = await sql<{ side: 0 | 1; name_key: string; member_id: string; label: string }>`
    select * from (
      select * from (${nearest(number, sql`name_key = ${nameKey} and member_id < ${member}`, 'desc')})
      union all select * from (${nearest(number, sql`name_key < ${nameKey}`, 'desc')}) limit 1
    ) union all select * from (
      select * from (${nearest(number, sql`name_key = ${nameKey} and member_id > ${member}`, 'asc')})
      union all select * from (${nearest(number, sql`name_key > ${nameKey}`, 'asc')}) limit 1
    )
  `.execute(db)
  const before = rows.find((row) => row.side === 0)
  const after = rows.find((row) => row.side === 1)
  return {
    before: before ? BigInt(before.label) : first - 1n,
    after: after ? BigInt(after.label) : last + 1n,
    previous: before ? { nameKey: before.name_key, member: before.member_id } : null,
    next: after ? { nameKey: after.name_key, member: after.member_id } : null,
  }
}

/** Namesakes are looked for apart, or SQLite would walk through all of them to find the one beside. */
function nearest(number: number, where: RawBuilder<unknown>, to: 'asc' | 'desc') {
  const side = sql.raw(to === 'desc' ? '0' : '1')
  const direction = sql.raw(to)
  return sql`
    select ${side} as side, name_key, member_id, cast(position as text) as label from member_listing
    where number = ${number} and ${where} order by name_key ${direction}, member_id ${direction} limit 1
  `
}
