import { type MemberId, nameKey, searchText, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { DELETED_ACCOUNT } from '../platform/people.ts'
import type { Transaction } from '../platform/writer.ts'

/**
 * Brings the ended memberships of a person up to what they are called today: after their name, username or address
 * changed, or after all of it was erased. They come into that list by trigger, when a membership ends.
 */
export async function pastChanged(tx: Transaction, user: UserId): Promise<void> {
  const memberships = await tx
    .selectFrom('member as m')
    .innerJoin('member_past as p', 'p.member_id', 'm.id')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select(['m.id', 'm.display_name', 'm.title', 'u.name', 'u.email', 'u.username', 'u.deleted_at'])
    .where('m.user_id', '=', user)
    .execute()
  if (memberships.length === 0) return
  const rows = memberships.map((row): readonly [MemberId, string, string] => {
    const name = row.deleted_at === null ? row.name : DELETED_ACCOUNT
    const words = searchText({
      ...row,
      name: row.display_name === null ? name : `${row.display_name} ${name}`,
    })
    return [row.id, nameKey(row.display_name ?? name), words]
  })
  await sql`
    update member_past set name_key = row.value ->> 1, search = row.value ->> 2
    from json_each(${JSON.stringify(rows)}) as row where member_past.member_id = row.value ->> 0
  `.execute(tx)
}
