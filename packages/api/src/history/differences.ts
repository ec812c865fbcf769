import { setImmediate as breathe } from 'node:timers/promises'
import type { GroupId, Instant, MemberId, ProjectId, RoleId, UserId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'
import { type ChangeKind, type Compared, STREAMS, type Stream } from './streams.ts'

/** Rows looked at in one go, of which few may make a difference; others are served in between. */
const STEP = 2_000

/** A difference as the tables have it. */
export interface Difference {
  readonly kind: ChangeKind
  readonly at: Instant
  /** The row it was seen in; decides among what happened at the same moment. */
  readonly row: number
  /** Who it is about: a member, or the group that holds a role or is in another. */
  readonly member: MemberId | null
  readonly subject: GroupId | null
  readonly project: ProjectId | null
  /** The group that was joined or left. */
  readonly group: GroupId | null
  readonly from: RoleId | null
  readonly to: RoleId | null
  readonly by: UserId | null
}

/** Where a page of differences ended. */
export type DifferencePlace = Pick<Difference, 'kind' | 'at' | 'row'>

export const KINDS: readonly ChangeKind[] = [
  'joined',
  'left',
  'role-changed',
  'project-role-gained',
  'project-role-lost',
  'role-expired',
  'group-joined',
  'group-left',
]

/** What is different between two moments behind a place, the latest first. */
export async function differences(
  db: Reads,
  compared: Compared,
  after: DifferencePlace | null,
  take: number,
): Promise<readonly Difference[]> {
  const all: Difference[] = []
  for (const kind of KINDS)
    all.push(...(await ofKind(db, kind, compared, boundFor(kind, compared, after), take)))
  return all.sort(latestFirst).slice(0, take)
}

function latestFirst(a: DifferencePlace, b: DifferencePlace): number {
  return b.at - a.at || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.row - a.row
}

interface Bound {
  readonly at: Instant
  readonly row: number
}

/** Everything of a kind that comes behind a place: earlier, or at the same moment in a later row. */
function boundFor(kind: ChangeKind, { to }: Compared, after: DifferencePlace | null): Bound {
  if (!after) return { at: to, row: Number.MAX_SAFE_INTEGER }
  const order = KINDS.indexOf(kind) - KINDS.indexOf(after.kind)
  return { at: after.at, row: order === 0 ? after.row : order < 0 ? 0 : Number.MAX_SAFE_INTEGER }
}

async function ofKind(
  db: Reads,
  kind: ChangeKind,
  compared: Compared,
  begin: Bound,
  take: number,
): Promise<readonly Difference[]> {
  const stream: Stream = STREAMS[kind]
  const found: Difference[] = []
  let bound: Bound | null = begin
  while (bound && found.length < take) {
    const candidates = candidatesOf(stream, compared, bound)
    const { rows } = await sql<Omit<Difference, 'kind'>>`
      select x.at, x.row, ${about(stream)}, ${stream.from(compared)} as "from", ${stream.to(compared)} as "to",
        ${sql.raw(stream.edge === 'since' ? givenBy(stream) : stream.edge === 'until' ? 'x.ended_by' : 'null')} as "by"
      from (${candidates}) as x where ${stream.counts(compared)} limit ${take - found.length}
    `.execute(db)
    for (const row of rows) found.push({ kind, ...row })
    if (found.length >= take) break
    bound = await lastOf(db, candidates)
    if (bound) await breathe()
  }
  return found
}

function givenBy({ table }: Stream): string {
  return table === 'member' ? 'null' : 'x.given_by'
}

function about({ table }: Stream): RawBuilder<unknown> {
  if (table === 'member') return sql`x.id as member, null as subject, null as project, null as "group"`
  if (table === 'assignment')
    return sql`x.member_id as member, x.group_id as subject, x.project_id as project, null as "group"`
  return sql`x.member_id as member, x.child_group_id as subject, null as project, x.group_id as "group"`
}

/** The rows that something happened to between the two moments, up to a bound, the latest first. */
function candidatesOf(
  { table, edge, indexed, ofMember }: Stream,
  { organization, from, member }: Compared,
  { at, row }: Bound,
): RawBuilder<unknown> {
  const when = sql.ref(`x.${edge}`)
  const own =
    member === null ? null : table === 'member' ? sql`x.id = ${member}` : sql`x.member_id = ${member}`
  const by = own ? sql`indexed by ${sql.raw(ofMember)}` : sql``
  return sql`
    select x.*, ${when} as at, x.rowid as row from ${sql.raw(table)} as x ${by}
    where x.organization_id = ${organization} and ${own ?? sql`1`} and ${indexed}
      and ${when} > ${from} and (${when}, x.rowid) < (${at}, ${row})
    order by ${when} desc, x.rowid desc limit ${STEP}
  `
}

async function lastOf(db: Reads, candidates: RawBuilder<unknown>): Promise<Bound | null> {
  const { rows } = await sql<Bound>`
    select at, row from (${candidates}) limit 1 offset ${STEP - 1}
  `.execute(db)
  return rows[0] ?? null
}
