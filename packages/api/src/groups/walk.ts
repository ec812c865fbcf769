import type { GroupId, OrganizationId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { trigramsOf } from '../members/search.ts'
import type { Reads } from '../platform/writer.ts'

/** Searches are counted up to here; what is found up to here is sorted on the spot. */
export const COUNTED_AT_MOST = 500

export interface GroupList {
  readonly organization: OrganizationId
  /** The number of the organization. */
  readonly number: number
  /** What must occur in the text of a group, for each word; none finds all. */
  readonly needles: readonly string[]
}

/** A place in the list of groups, which is in the order of names. */
export interface GroupPlace {
  readonly id: GroupId
  readonly name_key: string
}

export interface Stretch {
  readonly after: GroupPlace | null
  readonly skip: number
  readonly wanted: number
}

export interface WalkedGroups {
  readonly places: readonly GroupPlace[]
  readonly total: number
  readonly totalIsCapped: boolean
}

/**
 * A stretch of the groups by name. A search that finds few is answered by the trigram index; one that finds many
 * comes across them soon in the order of names.
 */
export async function walkGroups(db: Reads, list: GroupList, stretch: Stretch): Promise<WalkedGroups> {
  if (list.needles.length === 0) {
    const total = await keptTotal(db, list.organization)
    return { places: await walked(db, list, stretch), total, totalIsCapped: false }
  }
  const found = await few(db, list)
  if (found) return { places: await sorted(db, found, stretch), total: found.length, totalIsCapped: false }
  return { places: await walked(db, list, stretch), total: COUNTED_AT_MOST, totalIsCapped: true }
}

async function keptTotal(db: Reads, organization: OrganizationId): Promise<number> {
  const row = await db
    .selectFrom('organization_total')
    .select('groups')
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row?.groups ?? 0
}

/** Everything that passes, if it is few; null when the index knows more candidates. */
async function few(db: Reads, { number, needles }: GroupList): Promise<readonly GroupId[] | null> {
  const { rows } = await sql<{ group_id: GroupId; passes: 0 | 1 }>`
    select t.group_id, ${passes(needles)} as passes from (
      select s.rowid as number from group_search s
        where s.group_search match ${trigramsOf(needles)}
          and s.rowid > ${BigInt(number) << 43n} and s.rowid < ${BigInt(number + 1) << 43n}
        limit ${COUNTED_AT_MOST + 1}
    ) found cross join group_text t on t.number = found.number
  `.execute(db)
  if (rows.length > COUNTED_AT_MOST) return null
  return rows.flatMap((row) => (row.passes === 1 ? [row.group_id] : []))
}

async function sorted(db: Reads, ids: readonly GroupId[], stretch: Stretch): Promise<readonly GroupPlace[]> {
  const { rows } = await sql<GroupPlace>`
    select g.id, g.name_key from json_each(${JSON.stringify(ids)}) found
      cross join "group" g on g.id = found.value
      where ${beyond(stretch.after)}
      order by g.name_key, g.id limit ${stretch.wanted} offset ${stretch.skip}
  `.execute(db)
  return rows
}

async function walked(
  db: Reads,
  { organization, needles }: GroupList,
  stretch: Stretch,
): Promise<readonly GroupPlace[]> {
  const searched =
    needles.length === 0
      ? sql`1`
      : sql`(select ${passes(needles)} from group_text t where t.group_id = g.id) = 1`
  const { rows } = await sql<GroupPlace>`
    select g.id, g.name_key from "group" g
      where g.organization_id = ${organization} and g.until is null and ${beyond(stretch.after)} and ${searched}
      order by g.name_key, g.id limit ${stretch.wanted} offset ${stretch.skip}
  `.execute(db)
  return rows
}

function beyond(after: GroupPlace | null): RawBuilder<unknown> {
  return after ? sql`(g.name_key, g.id) > (${after.name_key}, ${after.id})` : sql`1`
}

function passes(needles: readonly string[]): RawBuilder<unknown> {
  return sql`(${sql.join(
    needles.map((needle) => sql`instr(t.search, ${needle}) > 0`),
    sql` and `,
  )})`
}
