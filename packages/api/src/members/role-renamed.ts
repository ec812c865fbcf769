import { type MemberId, type RoleId, searchText } from '@roster/domain'
import { sql } from 'kysely'
import type { Transaction } from '../platform/writer.ts'
import { membersChanged } from './listing.ts'

/**
 * Brings the list of members up to what a role is called now, for everyone who holds it at the organization. Its
 * name is the end of what a search runs over, so one statement writes it for all, however many they are.
 */
export async function roleRenamed(tx: Transaction, role: RoleId, before: string): Promise<void> {
  const { name, number } = await tx
    .selectFrom('role as r')
    .innerJoin('organization as o', 'o.id', 'r.organization_id')
    .select(['r.name', 'o.number'])
    .where('r.id', '=', role)
    .executeTakeFirstOrThrow()
  const [from, to] = [before, name].map((role) => searchText({ name: '', role }))
  await sql`
    update member_listing
      set role_name = ${name}, search = substr(search, 1, length(search) - length(${from})) || ${to}
      where number = ${number} and role_id = ${role} and substr(search, -length(${from})) = ${from}
  `.execute(tx)
  const others = await tx
    .selectFrom('member_listing')
    .select('member_id')
    .where('number', '=', number)
    .where('role_id', '=', role)
    .where('role_name', '<>', name)
    .execute()
  await membersChanged(
    tx,
    others.map((row): MemberId => row.member_id),
  )
}
