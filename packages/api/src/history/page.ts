import { isId, type MemberId, Refusal } from '@roster/domain'
import { type CursorPlace, cursorAt, placeOf } from '../platform/cursor.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { gather, gatherBySince } from './gather.ts'
import { type TotalsAt, totalsAt } from './totals.ts'
import { type Direction, type NamePlace, type PastFilter, walkPast } from './walk.ts'

/** Searches and roles are counted up to here, as in the list of today. */
const COUNTED_AT_MOST = 500
/** How many rows a walk is after, in a page of the usual size. */
const A_PAGE = 25

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
  const known = narrowed ? null : totals.members
  const wanted = { ...ask, page: cursor || known === null ? ask.page : lastPage(known, ask) }
  const cut = (page: number) => ({
    direction,
    skip: cursor?.index ?? (page - 1) * ask.pageSize,
    take: ask.pageSize + 1,
  })
  const few = isFew(totals)
  const look = few ? gatherBySince : narrowed ? gather : null
  let gathered = look && (await look(db, filter, cut(wanted.page)))
  const total = gathered ? gathered.total : known
  const page = cursor || total === null ? ask.page : lastPage(total, ask)
  // A later page than there is: the last one, now that it is known which that is.
  if (look && gathered && page !== wanted.page) gathered = await look(db, filter, cut(page))
  const { skip, take } = cut(page)
  const places = gathered
    ? gathered.places
    : await walkPast(db, filter, direction, {
        after: cursor,
        skip: cursor ? 0 : skip,
        // Behind the last one there is nobody to look for.
        take: total === null ? take : Math.min(take, Math.max(0, total - skip)),
      })
  const shown = places.slice(0, ask.pageSize)
  const last = places.length > ask.pageSize ? shown.at(-1) : undefined
  return {
    members: shown.map((place) => place.member),
    ...(total === null
      ? seen(skip, places.length, take)
      : { total, totalIsCapped: gathered?.capped ?? false }),
    page,
    nextCursor: last ? cursorAt(list, [last.member, skip + shown.length]) : null,
  }
}

/** A row that is gathered and sorted costs as much as so many that are passed over in the walk by name. */
const PASSED_FOR_ONE = 12

/** Whether those who had joined are so few that gathering them costs less than looking for them among everybody. */
function isFew({ begun, members, everybody }: TotalsAt): boolean {
  return begun * PASSED_FOR_ONE * members < everybody * A_PAGE
}

function lastPage(total: number, { page, pageSize }: AskPast): number {
  return Math.min(page, Math.max(1, Math.ceil(total / pageSize)))
}

/** Where nobody counted: as many as were met, and those are all when the walk came to its end. */
function seen(skip: number, found: number, take: number): Pick<PastPage, 'total' | 'totalIsCapped'> {
  const ended = found < take && (found > 0 || skip === 0)
  return ended
    ? { total: skip + found, totalIsCapped: false }
    : { total: Math.min(COUNTED_AT_MOST, skip + found), totalIsCapped: true }
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
