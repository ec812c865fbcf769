import type { Instant, InvitationId, OrganizationId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'
import { conditions, type InvitationFilter, isPlain, startingAt } from './filter.ts'
import {
  beyond,
  type Direction,
  keyOf,
  type ListedSort,
  ordered,
  type Placed,
  type Stretch,
  stretches,
} from './order.ts'

export interface List {
  readonly organization: OrganizationId
  readonly filter: InvitationFilter
  readonly sort: ListedSort
  readonly direction: Direction
  readonly now: Instant
}

/** A row and the stretch it was found in: together the place of a cursor. */
export interface Found extends Placed {
  readonly stretch: number
}

/** Counting stops here. */
export const COUNTED_AT_MOST = 10_000

/** The ids of a page, in order: `wanted` rows after a row, or after skipping some from the start. */
export async function walk(
  db: Reads,
  list: List,
  { after, skip, wanted }: { readonly after: Found | null; readonly skip: number; readonly wanted: number },
): Promise<readonly Found[]> {
  const found: Found[] = []
  let toSkip = skip
  for (const [index, stretch] of stretches(list.sort, list.direction).entries()) {
    if (after && index < after.stretch) continue
    const from = after?.stretch === index ? after : null
    const { rows } = await page(list, stretch, from, wanted - found.length, toSkip).execute(db)
    found.push(...rows.map((row) => ({ ...row, stretch: index })))
    if (found.length === wanted) break
    if (toSkip > 0) toSkip = rows.length > 0 ? 0 : toSkip - (await lengthOf(db, list, stretch, toSkip))
  }
  return found
}

/** One index walk, exported for the tests of its plan. */
export function page(list: List, stretch: Stretch, after: Placed | null, limit: number, skip: number) {
  const { organization, filter, direction } = list
  const within = [...conditionsOf(list, stretch), ...(after ? [beyond(stretch, direction, after)] : [])]
  return sql<{ id: InvitationId; key: string | number | null }>`
    select i.id, ${keyOf(stretch)} as key from ${startingAt(organization, filter)} where ${sql.join(within, sql` and `)}
      order by ${ordered(stretch, direction)} limit ${limit} offset ${skip}
  `
}

/** How many there are: the kept total where it is one, else counted up to a limit. */
export async function totalOf(db: Reads, list: List): Promise<{ total: number; totalIsCapped: boolean }> {
  if (isPlain(list.filter)) {
    const kept = await db
      .selectFrom('organization_total')
      .select('invitations')
      .where('organization_id', '=', list.organization)
      .executeTakeFirst()
    return { total: kept?.invitations ?? 0, totalIsCapped: false }
  }
  const counted = await lengthOf(db, list, null, COUNTED_AT_MOST + 1)
  return { total: Math.min(counted, COUNTED_AT_MOST), totalIsCapped: counted > COUNTED_AT_MOST }
}

async function lengthOf(db: Reads, list: List, stretch: Stretch | null, most: number): Promise<number> {
  const within = sql.join(conditionsOf(list, stretch), sql` and `)
  const { rows } = await sql<{ length: number }>`
    select count(*) as length from (
      select 1 from ${startingAt(list.organization, list.filter)} where ${within} limit ${most}
    )`.execute(db)
  return rows[0]?.length ?? 0
}

function conditionsOf(list: List, stretch: Stretch | null): readonly RawBuilder<unknown>[] {
  const found = conditions(list.organization, list.filter, list.now)
  return stretch?.condition ? [...found, stretch.condition] : found
}
