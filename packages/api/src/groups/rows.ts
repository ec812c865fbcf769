import type { GroupId, MemberId, OrganizationId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'
import type { GroupRef } from './target.ts'

/** A group as lists and pages show it. */
export interface Group extends GroupRef {
  readonly description: string
  /** People directly in it. */
  readonly members: number
  /** Groups directly in it. */
  readonly groups: number
  /** Roles it holds itself, at projects or at the organization. */
  readonly projects: number
  /** Whether the reader is a manager of it. */
  readonly manages: boolean
}

/** The groups with these ids, in this order, for the eyes of one member. */
export async function groupsWith(
  db: Reads,
  organization: OrganizationId,
  ids: readonly GroupId[],
  reader: MemberId,
): Promise<readonly Group[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Omit<Group, 'manages'> & { manages: number }>`
    select g.id, g.name, g.description, t.members, t.groups,
           (select count(*) from assignment a
             where a.organization_id = g.organization_id and a.group_id = g.id and a.until is null) as projects,
           exists (select 1 from group_member own
             where own.organization_id = g.organization_id and own.member_id = ${reader} and own.group_id = g.id
               and own.until is null and own.manager = 1) as manages
      from json_each(${JSON.stringify(ids)}) j
      cross join "group" g on g.organization_id = ${organization} and g.id = j.value and g.until is null
      join group_total t on t.group_id = g.id
      order by j.key
  `.execute(db)
  return rows.map((row) => ({ ...row, manages: row.manages === 1 }))
}
