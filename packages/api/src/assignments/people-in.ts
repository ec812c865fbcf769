import type { GroupId, OrganizationId } from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'

/** How many people are in each of these groups, those of the groups within it included, everybody once. */
export async function peopleIn(
  db: Reads,
  organization: OrganizationId,
  groups: readonly GroupId[],
): Promise<ReadonlyMap<GroupId, number>> {
  const asked = [...new Set(groups)]
  if (asked.length === 0) return new Map()
  const rows = await counted(db, { organization, groups: JSON.stringify(asked) })
  return new Map(rows.map((row) => [row.top, row.people]))
}

const counted = statement<
  { readonly organization: OrganizationId; readonly groups: string },
  { readonly top: GroupId; readonly people: number }
>(`
  with recursive inside (top, id) as (
    select value, value from json_each(:groups)
    union
    select inside.top, g.child_group_id from inside cross join group_member g
      on g.organization_id = :organization and g.group_id = inside.id
        and g.until is null and g.child_group_id is not null
  )
  select inside.top, count(distinct g.member_id) as people
    from inside cross join group_member g
      on g.organization_id = :organization and g.group_id = inside.id and g.until is null
    group by inside.top
`)
