import type { RoleId } from '@roster/domain'
import { sql } from 'kysely'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { Label } from './labels.ts'
import {
  candidates,
  type Filter,
  isExact,
  type Order,
  type Place,
  passes,
  SORTED_BY,
  type Source,
} from './sources.ts'
import { nthCandidate } from './walk.ts'

/** Counting stops here, and what is found up to here is sorted on the spot. */
export const COUNTED_AT_MOST = 500
/** So many candidates are looked at in the first go, which mostly decides, and so many in the second. */
const LOOKED_AT_FIRST = 600
const LOOKED_AT_MOST = 20_000

const BY_NAME: Order = { sort: 'name', direction: 'asc' }

/** Who passes a filter, in the order of names. */
export interface Found {
  /** At most one more than are counted. */
  readonly labels: readonly Label[]
  /** Whether these are all. */
  readonly complete: boolean
}

/** Finds who passes a filter, as long as they are few or come soon: at most one more than are counted. */
export async function find(db: Reads, filter: Filter): Promise<Found> {
  const source = await narrowest(db, filter)
  const exact = isExact(source, filter)
  const first = await (exact ? indexed : looked)(db, source, filter, LOOKED_AT_FIRST)
  const exhausted = first.candidates < LOOKED_AT_FIRST
  if (exhausted || first.labels.length > COUNTED_AT_MOST) {
    const labels = inOrderOfNames(first.labels).slice(0, COUNTED_AT_MOST + 1)
    return { labels, complete: exhausted && labels.length <= COUNTED_AT_MOST }
  }
  const labels = await soonest(db, source, filter)
  const complete =
    labels.length <= COUNTED_AT_MOST &&
    (await nthCandidate(db, source, filter, BY_NAME, null, LOOKED_AT_MOST)) === null
  return { labels: inOrderOfNames(labels), complete }
}

interface Looked {
  /** Of those who pass. */
  readonly labels: Label[]
  /** How many there were to look at, up to as many as were asked for. */
  readonly candidates: number
}

/** The first candidates of a source all of whom pass, from the index alone. */
async function indexed(db: Reads, source: Source, filter: Filter, most: number): Promise<Looked> {
  const { ranges, order } = candidates(source, filter, BY_NAME, null, null)
  const { label, from } = narrow(source)
  const { rows } = await sql<{ labels: string | null }>`
    select group_concat(label) as labels from (
      select ${label} as label from ${from} where ${ranges[0]} order by ${order} limit ${most}
    )
  `.execute(db)
  const labels = labelsOfText(rows[0]?.labels)
  return { labels, candidates: labels.length }
}

/** The first candidates of a source, each looked at in its row. */
async function looked(db: Reads, source: Source, filter: Filter, most: number): Promise<Looked> {
  const { ranges, order } = candidates(source, filter, BY_NAME, null, null)
  const { label, from } = narrow(source)
  const { rows } = await sql<{ labels: string | null; candidates: number }>`
    select group_concat(iif(${passes(filter)}, l.position, null)) as labels, count(*) as candidates from (
      select ${label} as candidate from ${from} where ${ranges[0]} order by ${order} limit ${most}
    ) cross join member_listing as l on l.position = candidate
  `.execute(db)
  return { labels: labelsOfText(rows[0]?.labels), candidates: rows[0]?.candidates ?? 0 }
}

/** Those who pass among as many candidates as may be looked at, until there are more than are counted. */
async function soonest(db: Reads, source: Source, filter: Filter): Promise<Label[]> {
  const { ranges, order } = candidates(source, filter, BY_NAME, null, null)
  const { label, from } = narrow(source)
  const { rows } = await sql<{ labels: string | null }>`
    select group_concat(label) as labels from (
      select l.position as label from (
        select ${label} as candidate from ${from} where ${ranges[0]} order by ${order} limit ${LOOKED_AT_MOST}
      ) cross join member_listing as l on l.position = candidate
      where ${passes(filter)} limit ${COUNTED_AT_MOST + 1}
    )
  `.execute(db)
  return labelsOfText(rows[0]?.labels)
}

/** The index of a source without the rows behind it. */
function narrow(source: Source) {
  return source === 'search'
    ? { label: sql`s.rowid`, from: sql`member_search as s` }
    : { label: sql`l.position`, from: sql`member_listing as l` }
}

function labelsOfText(text: string | null | undefined): Label[] {
  return text ? text.split(',').map(BigInt) : []
}

function inOrderOfNames(labels: Label[]): readonly Label[] {
  return labels.sort((a, b) => (a < b ? -1 : 1))
}

/** The source that knows the fewest candidates. Roles and inactivity are only asked where they make it few. */
async function narrowest(db: Reads, filter: Filter): Promise<Source> {
  if (filter.role !== null && (await holders(db, filter)) <= COUNTED_AT_MOST) return 'role'
  if (filter.inactiveBefore !== null) {
    const more = await nthCandidate(
      db,
      'active',
      filter,
      { sort: 'active', direction: 'asc' },
      null,
      COUNTED_AT_MOST + 1,
    )
    if (!more) return 'active'
  }
  if (filter.needles.length > 0) return 'search'
  return filter.role === null ? 'name' : 'role'
}

/** How many members hold the role of a filter at the organization, as maintained. */
export async function holders(db: Reads, { role, number }: Filter): Promise<number> {
  if (role === null) return 0
  const [row] = await holdersOf(db, { role, number })
  return row?.members ?? 0
}

const holdersOf = statement<
  { readonly role: RoleId; readonly number: number },
  { readonly members: number }
>(`
  select total.members from role_total total
  join role r on r.id = total.role_id join organization o on o.id = r.organization_id
  where total.role_id = :role and o.number = :number
`)

/** The same few in the order of the list, each with its place. */
export async function inOrder(
  db: Reads,
  labels: readonly Label[],
  { sort, direction }: Order,
): Promise<readonly Place[]> {
  const column = SORTED_BY[sort]
  if (column === null) {
    const places = labels.map((label) => ({ label, value: null }))
    return direction === 'asc' ? places : places.reverse()
  }
  const ref = sql.ref(column)
  const to = sql.raw(direction)
  const { rows } = await sql<{ label: string; value: string | number }>`
    select cast(position as text) as label, ${ref} as value from member_listing
    where position in (select value from json_each(${`[${labels.join()}]`}))
    order by ${ref} ${to}, position ${to}
  `.execute(db)
  return rows.map((row) => ({ label: BigInt(row.label), value: row.value }))
}
