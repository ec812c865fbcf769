import type { GroupId } from '@roster/domain'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'

/** How many people are directly in each, as maintained, in the order given. */
export async function totalsOf(
  db: Reads,
  groups: readonly GroupId[],
): Promise<readonly { readonly id: GroupId; readonly members: number }[]> {
  const rows = await db
    .selectFrom('group_total')
    .select(['group_id as id', 'members'])
    .where('group_id', 'in', listed(groups))
    .execute()
  const members = new Map(rows.map((row) => [row.id, row.members]))
  return groups.map((id) => ({ id, members: members.get(id) ?? 0 }))
}
