import { isId, type MemberId, Refusal } from '@roster/domain'
import { type CursorPlace, cursorAt, placeOf } from '../platform/cursor.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { GATHERED_AT_MOST, type Gathered, gather, gatherBySince } from './gather.ts'
import { totalsAt } from './totals.ts'
import { type Direction, type NamePlace, type PastFilter, walkPast } from './walk.ts'

/** Searches and roles are counted up to here, as in the list of today. */
const COUNTED_AT_MOST = 500

/** What is asked for: a page by number, counted from 1, or what follows a cursor of the same list. */
export interface AskPast {
  readonly page: number
  readonly pageSize: number
  readonly cursor?: string | undefined
}

export interface PastPage {
  readonly members: readonly MemberId[]
  readonly total: number
  readonly totalIsCapped: boolean
  readonly page: number
  readonly nextCursor: string | null
}

/**
 * A page of those who were members at a moment, by name. Costs much the same for any day: where few were there they
 * are gathered by when they joined, else the walk by name soon has a page full. Refuses with `cursor-invalid`.
 */
export async function pastPage(
  db: Reads,
  filter: PastFilter,
  direction: Direction,
  ask: AskPast,
): Promise<PastPage> {
  const list = ['members as of', filter.organization, filter.at, direction, filter.role, ...filter.needles]
  const cursor = ask.cursor === undefined ? null : await placeBehind(db, filter.number, list, ask.cursor)
  const totals = await totalsAt(db, filter.organization, filter.at)
  const narrowed = filter.role !== null || filter.needles.length > 0
  const gathered =
    totals.begun <= GATHERED_AT_MOST
      ? await gatherBySince(db, filter, direction)
      : narrowed
        ? await gather(db, filter, direction)
        : null
  const known = gathered?.complete === true ? gathered.places.length : narrowed ? null : totals.members
  const page = cursor || known === null ? ask.page : lastPage(known, ask)
  const skip = cursor?.index ?? (page - 1) * ask.pageSize
  const places =
    gathered?.complete === true
      ? gathered.places.slice(skip, skip + ask.pageSize + 1)
      : await walkPast(db, filter, direction, {
          after: cursor,
          skip: cursor ? 0 : skip,
          // Behind the last one there is nobody to look for.
          take: known === null ? ask.pageSize + 1 : Math.min(ask.pageSize + 1, Math.max(0, known - skip)),
        })
  const shown = places.slice(0, ask.pageSize)
  const last = places.length > ask.pageSize ? shown.at(-1) : undefined
  return {
    members: shown.map((place) => place.member),
    ...(known === null ? capped(gathered, skip + places.length) : { total: known, totalIsCapped: false }),
    page,
    nextCursor: last ? cursorAt(list, [last.member, skip + shown.length]) : null,
  }
}

function lastPage(total: number, { page, pageSize }: AskPast): number {
  return Math.min(page, Math.max(1, Math.ceil(total / pageSize)))
}

function capped(gathered: Gathered | null, seen: number): Pick<PastPage, 'total' | 'totalIsCapped'> {
  return {
    total: Math.min(COUNTED_AT_MOST, Math.max(gathered?.places.length ?? 0, seen)),
    totalIsCapped: true,
  }
}

/** The place behind which a cursor begins, and how many come before it. The cursor follows its member. */
async function placeBehind(
  db: Reads,
  number: number,
  list: CursorPlace,
  cursor: string,
): Promise<NamePlace & { readonly index: number }> {
  const [member, index] = placeOf(list, cursor)
  if (typeof member !== 'string' || !isId('mem', member) || typeof index !== 'number')
    throw new Refusal('cursor-invalid')
  const [row] = await nameKeyOf(db, { number, member })
  if (!row) throw new Refusal('cursor-invalid')
  return { nameKey: row.name_key, member, index }
}

const nameKeyOf = statement<
  { readonly number: number; readonly member: MemberId },
  { readonly name_key: string }
>(`
  select name_key from member_listing where member_id = :member and number = :number
  union all select name_key from member_past where member_id = :member and number = :number
`)
