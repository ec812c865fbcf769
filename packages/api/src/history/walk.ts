import { setImmediate as breathe } from 'node:timers/promises'
import type { Instant, MemberId, OrganizationId, RoleId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'
import { heldRoleAt } from './standing.ts'

/** Who is meant: everybody who was a member at a moment, fewer with a search or a role held then. */
export interface PastFilter {
  readonly organization: OrganizationId
  readonly number: number
  readonly at: Instant
  readonly needles: readonly string[]
  readonly role: RoleId | null
}

/** A place in the order of names. */
export interface NamePlace {
  readonly nameKey: string
  readonly member: MemberId
}

export type Direction = 'asc' | 'desc'

/** How many candidates are looked at in one go, at most: a millisecond or two, and others are served in between. */
const STEP = 4_096

/**
 * Who was a member at a moment, by the names of today, behind a place, without the first `skip` of them, `take` at
 * the most. Those who are members now and those who were before are met together in the order of names, from an
 * index each that says since when and until when, so that the walk ends as soon as there are enough. It passes over
 * whoever was not there then; a jump to a far page costs its distance. Searches are not walked (`gather`).
 */
export async function walkPast(
  db: Reads,
  filter: PastFilter,
  direction: Direction,
  { after, skip, take }: { readonly after: NamePlace | null; readonly skip: number; readonly take: number },
): Promise<readonly NamePlace[]> {
  const found: NamePlace[] = []
  let from = after
  let left = skip
  while (found.length < take) {
    const candidates = sql`select * from (${merged(filter, direction, from)}) limit ${STEP}`
    const { rows } = await sql<{ name_key: string; member_id: MemberId }>`
      select c.name_key, c.member_id from (${candidates}) as c
      where ${passesAt(filter)} limit ${take - found.length} offset ${left}
    `.execute(db)
    for (const row of rows) found.push({ nameKey: row.name_key, member: row.member_id })
    if (found.length >= take) break
    const next = await nthCandidate(db, filter, direction, from)
    if (!next) break
    if (left > 0) left = rows.length > 0 ? 0 : left - (await countIn(db, filter, candidates))
    from = next
    await breathe()
  }
  return found
}

/** Members of now and of before behind a place, in the order of names. */
function merged({ number }: PastFilter, direction: Direction, after: NamePlace | null): RawBuilder<unknown> {
  const to = sql.raw(direction)
  const behind = after
    ? sql` and (name_key, member_id) ${sql.raw(direction === 'asc' ? '>' : '<')} (${after.nameKey}, ${after.member})`
    : sql``
  return sql`
    select name_key, member_id, joined_at as since, 9e15 as until from member_listing
      where number = ${number}${behind}
    union all select name_key, member_id, since, until from member_past
      where number = ${number}${behind}
    order by 1 ${to}, 2 ${to}
  `
}

function passesAt({ organization, at, role }: PastFilter): RawBuilder<unknown> {
  const terms: RawBuilder<unknown>[] = [sql`c.since <= ${at} and c.until > ${at}`]
  if (role !== null) terms.push(heldRoleAt(sql`c.member_id`, { organization, role, at }))
  return sql.join(terms, sql` and `)
}

/** The last candidate of a step behind a place; null where there are fewer. */
async function nthCandidate(
  db: Reads,
  filter: PastFilter,
  direction: Direction,
  after: NamePlace | null,
): Promise<NamePlace | null> {
  const { rows } = await sql<{ name_key: string; member_id: MemberId }>`
    select name_key, member_id from (${merged(filter, direction, after)}) limit 1 offset ${STEP - 1}
  `.execute(db)
  const [row] = rows
  return row ? { nameKey: row.name_key, member: row.member_id } : null
}

async function countIn(db: Reads, filter: PastFilter, candidates: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${candidates}) as c where ${passesAt(filter)}
  `.execute(db)
  return rows[0]?.count ?? 0
}
