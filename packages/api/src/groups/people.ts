import type { GroupId, Id, MemberId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { labelsOf } from '../members/labels.ts'
import { trigramsOf } from '../members/search.ts'
import type { Reads } from '../platform/writer.ts'

/** Searches are counted up to here. */
export const COUNTED_AT_MOST = 500
/** Among more people than this a search starts from who matches, not from who is in the group. */
const WALKED_AT_MOST = 5_000

/** Where somebody stands in a list of people by name. */
export interface Standing {
  readonly name_key: string
  readonly member_id: MemberId
}

/** A place in one of the groups that are listed together. */
export interface FoundPlace extends Standing {
  readonly place_id: Id<'gme'>
  readonly group: GroupId
}

export interface PeopleList {
  /** The number of the organization. */
  readonly number: number
  readonly needles: readonly string[]
  /** The groups that are listed together, with how many people are directly in each. */
  readonly groups: readonly { readonly id: GroupId; readonly members: number }[]
}

export interface Part {
  readonly after: Standing | null
  readonly skip: number
  readonly wanted: number
}

/**
 * A part of the people of one group or of several together, by name and each once. Any of the first so many of all
 * is among the first so many of one group, so each group is asked for no more than that.
 */
export async function peoplePart(
  db: Reads,
  list: PeopleList,
  { after, skip, wanted }: Part,
): Promise<readonly FoundPlace[]> {
  const [only] = list.groups
  if (only && list.groups.length === 1) return stretchOf(db, list, only, after, skip, wanted)
  const found: FoundPlace[] = []
  for (const group of list.groups) found.push(...(await stretchOf(db, list, group, after, 0, skip + wanted)))
  const seen = new Set<MemberId>()
  return found
    .sort(byName)
    .filter(({ member_id }) => !seen.has(member_id) && seen.add(member_id))
    .slice(skip, skip + wanted)
}

/** As SQLite compares text, by code points. */
function byName(a: Standing, b: Standing): number {
  if (a.name_key !== b.name_key) return Buffer.compare(Buffer.from(a.name_key), Buffer.from(b.name_key))
  return a.member_id < b.member_id ? -1 : a.member_id > b.member_id ? 1 : 0
}

/** How many there are: kept for one group, else counted up to a limit. */
export async function peopleTotal(
  db: Reads,
  list: PeopleList,
): Promise<{ readonly total: number; readonly totalIsCapped: boolean }> {
  const [only] = list.groups
  if (only && list.groups.length === 1 && list.needles.length === 0) {
    return { total: only.members, totalIsCapped: false }
  }
  const found = await peoplePart(db, list, { after: null, skip: 0, wanted: COUNTED_AT_MOST + 1 })
  const totalIsCapped = found.length > COUNTED_AT_MOST
  return { total: totalIsCapped ? COUNTED_AT_MOST : found.length, totalIsCapped }
}

async function stretchOf(
  db: Reads,
  { number, needles }: PeopleList,
  group: PeopleList['groups'][number],
  after: Standing | null,
  skip: number,
  wanted: number,
): Promise<readonly FoundPlace[]> {
  const behind = after ? sql`(g.name_key, g.member_id) > (${after.name_key}, ${after.member_id})` : sql`1`
  const { rows } =
    needles.length > 0 && group.members > WALKED_AT_MOST
      ? await sql<FoundPlace>`
          select g.name_key, g.member_id, g.place_id, g.group_id as "group"
            from member_search s
            cross join member_listing l on l.position = s.rowid and ${passes(needles)}
            cross join group_listing g on g.member_id = l.member_id and g.group_id = ${group.id}
            where s.member_search match ${trigramsOf(needles)} and ${within(number)} and ${behind}
            order by s.rowid limit ${wanted} offset ${skip}
        `.execute(db)
      : await sql<FoundPlace>`
          select g.name_key, g.member_id, g.place_id, g.group_id as "group" from group_listing g
            where g.group_id = ${group.id} and ${behind}
              and ${
                needles.length === 0
                  ? sql`1`
                  : sql`exists (select 1 from member_listing l where l.member_id = g.member_id and ${passes(needles)})`
              }
            order by g.name_key, g.member_id limit ${wanted} offset ${skip}
        `.execute(db)
  return rows
}

function within(number: number): RawBuilder<unknown> {
  const { first, last } = labelsOf(number)
  return sql`s.rowid >= ${first} and s.rowid <= ${last}`
}

function passes(needles: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(
    needles.map((needle) => sql`instr(l.search, ${needle}) > 0`),
    sql` and `,
  )})`
}
