import { hash } from 'node:crypto'
import { isId, type MemberId, nameKey, Refusal } from '@roster/domain'
import { type CursorPlace, cursorAt, placeOf } from '../platform/cursor.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { labelsOf } from './labels.ts'
import { type ListedRow, placeOfRow } from './rows.ts'
import { type Order, type Place, SORTED_BY } from './sources.ts'

/** The cursor behind a row of this list. */
export function cursorBehind(list: CursorPlace, row: ListedRow, order: Order): string {
  const { label, value } = placeOfRow(row, order)
  return cursorAt(list, [
    String(label),
    row.member_id,
    markOf(nameKey(row.display_name ?? row.own_name)),
    value,
  ])
}

/** The place a cursor of this list means now. Refuses with `cursor-invalid`. */
export async function placeBehind(
  db: Reads,
  number: number,
  list: CursorPlace,
  cursor: string,
  { sort }: Order,
): Promise<Place> {
  const [label, member, mark, value] = placeOf(list, cursor)
  if (typeof label !== 'string' || !/^\d{1,19}$/.test(label)) throw new Refusal('cursor-invalid')
  if (typeof member !== 'string' || !isId('mem', member)) throw new Refusal('cursor-invalid')
  const column = SORTED_BY[sort]
  const expected = column === null ? 'object' : column === 'email' ? 'string' : 'number'
  if (typeof value !== expected || value === undefined) throw new Refusal('cursor-invalid')
  const { first, last } = labelsOf(number)
  const known = BigInt(label)
  if (known < first || known > last) throw new Refusal('cursor-invalid')
  return { label: (await labelNow(db, number, member, mark)) ?? known, value }
}

/**
 * Labels move when others need room; the cursor follows its member, unless that one was renamed or has left: then
 * it stays where they were.
 */
async function labelNow(
  db: Reads,
  number: number,
  member: MemberId,
  mark: CursorPlace[number] | undefined,
): Promise<bigint | null> {
  const [row] = await placedNow(db, { number, member })
  return row && markOf(row.name_key) === mark ? BigInt(row.label) : null
}

const placedNow = statement<
  { readonly number: number; readonly member: MemberId },
  { readonly name_key: string; readonly label: string }
>(`
  select name_key, cast(position as text) as label from member_listing
  where member_id = :member and number = :number
`)

function markOf(nameKey: string): string {
  return hash('sha256', nameKey, 'base64url').slice(0, 8)
}
