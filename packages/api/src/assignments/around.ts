import {
  expand,
  type GroupEdge,
  type GroupId,
  type Instant,
  type MemberId,
  type OrganizationId,
  type UserId,
} from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'

/** A member's own place in a group. */
export interface Place {
  readonly member: MemberId
  readonly group: GroupId
  readonly since: Instant
  readonly by: UserId | null
}

type InOrganization = { readonly organization: OrganizationId }

/** The groups that these members are directly in. */
export async function placesOf(
  db: Reads,
  organization: OrganizationId,
  members: readonly MemberId[],
): Promise<readonly Place[]> {
  return placed(db, { organization, members: JSON.stringify(members) })
}

const placed = statement<InOrganization & { readonly members: string }, Place>(`
  select g.member_id as member, g.group_id as "group", g.since, g.given_by as "by"
    from json_each(:members) j cross join group_member g
      on g.organization_id = :organization and g.member_id = j.value and g.until is null
`)

/** Which group is in which, from these groups upwards, at any depth. */
export async function edgesAbove(
  db: Reads,
  organization: OrganizationId,
  groups: readonly GroupId[],
): Promise<readonly GroupEdge[]> {
  if (groups.length === 0) return []
  return above(db, { organization, groups: JSON.stringify(groups) })
}

const above = statement<InOrganization & { readonly groups: string }, GroupEdge>(`
  with recursive reached (id) as (
    select value from json_each(:groups)
    union
    select g.group_id from reached cross join group_member g
      on g.organization_id = :organization and g.child_group_id = reached.id and g.until is null
  )
  select g.child_group_id as child, g.group_id as parent from reached cross join group_member g
    on g.organization_id = :organization and g.child_group_id = reached.id and g.until is null
`)

/** Every group the member is in, nested ones included. */
export async function groupsOf(
  db: Reads,
  organization: OrganizationId,
  member: MemberId,
): Promise<ReadonlySet<GroupId>> {
  const groups = (await placesOf(db, organization, [member])).map((place) => place.group)
  return expand(groups, await edgesAbove(db, organization, groups))
}
