import type { MemberId, NewId } from '@roster/domain'
import { sql } from 'kysely'
import type { Transaction } from '../platform/writer.ts'
import { comesBefore, type Placed } from './by-name.ts'
import { asValues, COLUMNS, factsOf, type Listed, listed } from './facts.ts'
import type { Label } from './labels.ts'
import { labelsFor, neighbours, placeFor } from './place.ts'
import { splitSpans } from './spans.ts'
import type { NewMembership } from './store.ts'

/**
 * Begins many memberships at once, for seeds and imports: the same as one by one, some fifty times faster. A call
 * is one transaction, so hand over some ten thousand at a time where others are waiting.
 */
export async function beginMemberships(
  tx: Transaction,
  newId: NewId,
  many: readonly NewMembership[],
): Promise<readonly MemberId[]> {
  const members = many.map((membership) => ({ id: newId('mem'), assignment: newId('asg'), ...membership }))
  await sql`
    insert into member (id, organization_id, user_id, source, since)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(${JSON.stringify(
      members.map(({ id, organization, user, source, now }) => [id, organization, user, source, now]),
    )})
  `.execute(tx)
  await sql`
    insert into assignment (id, organization_id, member_id, role_id, given_by, since)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(${JSON.stringify(
      members.map(({ assignment, organization, id, role, by, now }) => [
        assignment,
        organization,
        id,
        role,
        by,
        now,
      ]),
    )})
  `.execute(tx)
  const ids = members.map((member) => member.id)
  await list(tx, ids)
  return ids
}

interface ToPlace extends Placed {
  readonly number: number
  readonly row: Listed
}

async function list(tx: Transaction, members: readonly MemberId[]): Promise<void> {
  const rows = (await factsOf(tx, members)).map((facts): ToPlace => {
    const row = listed(facts)
    return { number: facts.number, nameKey: row.name_key, member: row.member_id, row }
  })
  for (const [number, all] of Map.groupBy(rows, (row) => row.number)) {
    await listInOrder(
      tx,
      number,
      all.toSorted((a, b) => (comesBefore(a, b) ? -1 : 1)),
    )
  }
}

/** Whoever comes between the same two neighbours is placed together; where there is no room, one at a time. */
async function listInOrder(tx: Transaction, number: number, sorted: readonly ToPlace[]): Promise<void> {
  let placed: Label[] = []
  let written = 0
  const write = async () => {
    await insert(tx, sorted.slice(written, written + placed.length), placed)
    written += placed.length
    placed = []
  }
  for (let first = sorted[0]; first; first = sorted[written + placed.length]) {
    const beside = await neighbours(tx, number, first)
    const { next } = beside
    const from = written + placed.length
    const run = sorted.slice(from, next ? firstBehind(sorted, from, next) : sorted.length)
    const last = placed.at(-1)
    const ours = last && last > beside.before ? { before: last, previous: sorted[from - 1] ?? null } : null
    const labels = labelsFor(number, { ...beside, ...ours }, run)
    if (labels) for (const label of labels) placed.push(label)
    else {
      await write()
      placed.push(await placeFor(tx, number, first))
    }
    if (placed.length >= ROWS_PER_INSERT) await write()
  }
  await write()
}

function firstBehind(sorted: readonly ToPlace[], from: number, next: Placed): number {
  let end = from + 1
  for (let one = sorted[end]; one && comesBefore(one, next); one = sorted[end]) end += 1
  return end
}

/** How many rows one statement inserts; spans are split in between, so that none is long while it is counted. */
const ROWS_PER_INSERT = 5_000

async function insert(tx: Transaction, run: readonly ToPlace[], labels: readonly Label[]): Promise<void> {
  for (let from = 0; from < run.length; from += ROWS_PER_INSERT) {
    const places = labels.slice(from, from + ROWS_PER_INSERT)
    const rows = run
      .slice(from, from + ROWS_PER_INSERT)
      .map(({ row }, index) => [...asValues(row), String(places[index])])
    await sql`
      insert into member_listing (${sql.raw(COLUMNS.join())}, position)
      select ${sql.raw(COLUMNS.map((_, index) => `value ->> ${index}`).join())},
        cast(value ->> ${sql.lit(COLUMNS.length)} as integer)
      from json_each(${JSON.stringify(rows)})
    `.execute(tx)
    const [first] = places
    const last = places.at(-1)
    if (first !== undefined && last !== undefined) await splitSpans(tx, { first, last })
  }
}
