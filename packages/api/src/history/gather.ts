import type { MemberId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { labelsOf } from '../members/labels.ts'
import { trigramsOf } from '../members/search.ts'
import type { Reads } from '../platform/writer.ts'
import { heldRoleAt, liveAt } from './standing.ts'
import type { Direction, NamePlace, PastFilter } from './walk.ts'

/** As many as an index may narrow to; with more it is quicker to walk through all by name. */
export const GATHERED_AT_MOST = 1_000
/** As many as a search looks at among members of today, and among those of before. */
const SEARCHED_AT_MOST = 5_000

/** Which of those who pass are wanted, counted from 0 in the order of names. */
export interface Cut {
  readonly direction: Direction
  readonly skip: number
  readonly take: number
}

/** Some of those who pass a filter, in the order of names. */
export interface Gathered {
  readonly places: readonly NamePlace[]
  /** How many pass among those that were looked at. */
  readonly total: number
  /** Whether there may be more. */
  readonly capped: boolean
}

/** Everybody who had joined by then and was still there, by when they joined: for days near the beginning. */
export async function gatherBySince(db: Reads, filter: PastFilter, cut: Cut): Promise<Gathered> {
  const { organization, at } = filter
  const ids = sql`select id from member where organization_id = ${organization} and since <= ${at}`
  return { ...(await passing(db, filter, ids, cut)), capped: false }
}

/**
 * Who passes a filter that an index narrows: a search by its trigrams, a role by who holds or held it. Null where
 * too many hold a role. A search looks at so many and no more: names cluster, and a walk might pass over all of them
 * before it meets the first.
 */
export async function gather(db: Reads, filter: PastFilter, cut: Cut): Promise<Gathered | null> {
  const sources = filter.needles.length > 0 ? foundNowAndBefore(filter) : holdersNowAndBefore(filter)
  const searching = filter.needles.length > 0
  const most = searching ? SEARCHED_AT_MOST : GATHERED_AT_MOST
  const ids: MemberId[] = []
  let capped = false
  for (const source of sources) {
    const { rows } = await sql<{ id: MemberId }>`${source} limit ${most + 1}`.execute(db)
    if (rows.length > most && !searching) return null
    capped ||= rows.length > most
    for (const { id } of rows) ids.push(id)
  }
  const found = sql`select distinct value as id from json_each(${JSON.stringify(ids)})`
  return { ...(await passing(db, filter, found, cut)), capped }
}

function foundNowAndBefore({ number, needles }: PastFilter): readonly RawBuilder<unknown>[] {
  const trigrams = trigramsOf(needles)
  const { first, last } = labelsOf(number)
  return [
    sql`select l.member_id as id from member_search as s cross join member_listing as l on l.position = s.rowid
      where s.member_search match ${trigrams} and s.rowid >= ${first} and s.rowid <= ${last}`,
    sql`select p.member_id as id from past_search as s cross join member_past as p on p.id = s.rowid
      where s.past_search match ${trigrams} and s.rowid >= ${first} and s.rowid <= ${last}`,
  ]
}

function holdersNowAndBefore({ organization, role, at }: PastFilter): readonly RawBuilder<unknown>[] {
  const held = sql`select member_id as id from assignment where organization_id = ${organization}
    and role_id = ${role} and member_id is not null and project_id is null`
  return [sql`${held} and until is null`, sql`${held} and until is not null and until > ${at}`]
}

/** Those among some members who pass: how many, and some of them by name. */
async function passing(
  db: Reads,
  { organization, at, needles, role }: PastFilter,
  ids: RawBuilder<unknown>,
  { direction, skip, take }: Cut,
): Promise<Omit<Gathered, 'capped'>> {
  const terms: RawBuilder<unknown>[] = [liveAt('m', at)]
  if (role !== null) terms.push(heldRoleAt(sql`m.id`, { organization, role, at }))
  for (const needle of needles) terms.push(sql`instr(ifnull(l.search, p.search), ${needle}) > 0`)
  const to = sql.raw(direction)
  const found = sql`
    from (${ids}) as some cross join member m on m.id = some.id
    left join member_listing l on l.member_id = m.id left join member_past p on p.member_id = m.id
    where m.organization_id = ${organization} and (l.member_id is not null or p.member_id is not null)
      and ${sql.join(terms, sql` and `)}
  `
  const { rows } = await sql<{ name_key: string; member_id: MemberId; total: number }>`
    select ifnull(l.name_key, p.name_key) as name_key, m.id as member_id, count(*) over () as total ${found}
    order by 1 ${to}, 2 ${to} limit ${take} offset ${skip}
  `.execute(db)
  const total = rows[0]?.total ?? (skip === 0 ? 0 : await countOf(db, found))
  return { places: rows.map(({ name_key, member_id }) => ({ nameKey: name_key, member: member_id })), total }
}

/** Behind the last one there is no row to say how many there are. */
async function countOf(db: Reads, found: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${found}`.execute(db)
  return rows[0]?.count ?? 0
}
