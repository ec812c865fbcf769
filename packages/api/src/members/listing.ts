import type { MemberId, OrganizationId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'
import { asValues, COLUMNS, factsOf, type Listed, listed } from './facts.ts'
import { pastChanged } from './past.ts'
import { placeFor } from './place.ts'
import { splitSpans } from './spans.ts'

/**
 * Brings the row of a member up to what the tables say: after a membership began, its role, title or display name
 * changed. A member without a role at the organization is not listed. Ended memberships leave the list by trigger.
 */
export async function memberChanged(tx: Transaction, member: MemberId): Promise<void> {
  await membersChanged(tx, [member])
}

/** The same for many at once: the search index is written once, and not again for each of them. */
export async function membersChanged(tx: Transaction, members: readonly MemberId[]): Promise<void> {
  if (members.length === 0) return
  const rows = (await factsOf(tx, members)).map(listed)
  const keys = await nameKeysOf(tx, members)
  const present = new Set(rows.map((row) => row.member_id))
  const gone = members.filter((member) => keys.has(member) && !present.has(member))
  for (const member of gone) await tx.deleteFrom('member_listing').where('member_id', '=', member).execute()
  await rewrite(
    tx,
    rows.filter((row) => keys.get(row.member_id) === row.name_key),
  )
  for (const row of rows) {
    const before = keys.get(row.member_id)
    if (before !== row.name_key) await place(tx, row, before !== undefined)
  }
}

/** What those who are listed are sorted by at present. */
async function nameKeysOf(db: Reads, members: readonly MemberId[]): Promise<ReadonlyMap<MemberId, string>> {
  const rows = await db
    .selectFrom('member_listing')
    .select(['member_id', 'name_key'])
    .where('member_id', 'in', sql<MemberId>`(select value from json_each(${JSON.stringify(members)}))`)
    .execute()
  return new Map(rows.map((row) => [row.member_id, row.name_key]))
}

/** Rows that keep their place. */
async function rewrite(tx: Transaction, rows: readonly Listed[]): Promise<void> {
  if (rows.length === 0) return
  const changes = COLUMNS.map((column, index) => `${column} = row.value ->> ${index}`)
  await sql`
    update member_listing set ${sql.raw(changes.join())}
    from json_each(${JSON.stringify(rows.map(asValues))}) as row
    where member_listing.member_id = row.value ->> ${sql.lit(COLUMNS.indexOf('member_id'))}
  `.execute(tx)
}

/** A row that is new, or goes to another place. */
async function place(tx: Transaction, row: Listed, listedBefore: boolean): Promise<void> {
  const member = row.member_id
  const position = await placeFor(tx, row.number, { nameKey: row.name_key, member })
  const placed = { ...row, position }
  if (listedBefore) {
    await tx.updateTable('member_listing').set(placed).where('member_id', '=', member).execute()
  } else {
    await tx.insertInto('member_listing').values(placed).execute()
  }
  await splitSpans(tx, { first: position, last: position })
}

/**
 * The same for every organization a person is in: after their name, username, address or its verification changed.
 * Answers those organizations, whose pages show something else now.
 */
export async function profileChanged(tx: Transaction, user: UserId): Promise<readonly OrganizationId[]> {
  const memberships = await tx
    .selectFrom('member')
    .select(['id', 'organization_id'])
    .where('user_id', '=', user)
    .where('until', 'is', null)
    .execute()
  await membersChanged(
    tx,
    memberships.map((membership) => membership.id),
  )
  await pastChanged(tx, user)
  return memberships.map((membership) => membership.organization_id)
}
