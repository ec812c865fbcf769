import {
  type AssignmentId,
  type GroupId,
  type Instant,
  type MemberId,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
  permissionsOf,
  type RoleId,
  type RoleLevel,
  type UserId,
} from '@roster/domain'
import { roleTerms } from '../platform/role-terms.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** An assignment that somebody had at some moment, in person or through a group. */
export interface HeldThen {
  readonly assignment: AssignmentId
  readonly role: RoleRef
  /** What the role allows: as it is today, for the history of roles themselves is not kept. */
  readonly permissions: ReadonlySet<Permission>
  readonly project: ProjectId | null
  readonly via: GroupId | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly by: UserId | null
  readonly reason: string | null
}

interface HeldRow {
  readonly id: AssignmentId
  readonly project_id: ProjectId | null
  readonly group_id: GroupId | null
  readonly since: Instant
  readonly expires_at: Instant | null
  readonly given_by: UserId | null
  readonly reason: string | null
  readonly role_id: RoleId
  readonly level: RoleLevel
  readonly key: string | null
  readonly name: string
  readonly permissions: string
}

type Asked = { readonly organization: OrganizationId; readonly member: MemberId; readonly at: Instant }

const columns = `a.id, a.project_id, a.group_id, a.since, a.expires_at, a.given_by, a.reason,
  r.id as role_id, r.level, r.key, r.name, r.permissions`
const lasted = 'a.since <= :at and (a.expires_at is null or a.expires_at > :at)'

// What is live and what has ended are asked of an index each: one for both would hold every group there ever was.
const heldAt = statement<Asked, HeldRow>(`
  with recursive through (id) as (
    select group_id from group_member where organization_id = :organization and member_id = :member
      and since <= :at and (until is null or until > :at)
    union
    select p.group_id from through cross join group_member p on p.child_group_id = through.id
      where p.organization_id = :organization and p.until is null and p.since <= :at
    union
    select p.group_id from through cross join group_member p on p.child_group_id = through.id
      where p.organization_id = :organization and p.until is not null and p.until > :at and p.since <= :at
  )
  select ${columns} from assignment a join role r on r.id = a.role_id
    where a.organization_id = :organization and a.member_id = :member
      and (a.until is null or a.until > :at) and ${lasted}
  union all
  select ${columns} from through cross join assignment a
    on a.organization_id = :organization and a.group_id = through.id and a.until is null and ${lasted}
    join role r on r.id = a.role_id
  union all
  select ${columns} from through cross join assignment a
    on a.organization_id = :organization and a.group_id = through.id
      and a.until is not null and a.until > :at and ${lasted}
    join role r on r.id = a.role_id
`)

/** Everything a member held at a moment: in person and through groups, nested ones included, as they were then. */
export async function heldThen(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly policies: OrganizationPolicies },
  member: MemberId,
  at: Instant,
): Promise<readonly HeldThen[]> {
  const rows = await heldAt(db, { organization: organization.id, member, at })
  return rows.map((row) => ({
    assignment: row.id,
    role: roleRef({ id: row.role_id, key: row.key, name: row.name }),
    permissions: permissionsOf(roleTerms(row), organization.policies),
    project: row.project_id,
    via: row.group_id,
    since: row.since,
    expiresAt: row.expires_at,
    by: row.given_by,
    reason: row.reason,
  }))
}

/** A group somebody was in, directly. */
export interface PlaceThen {
  readonly group: GroupId
  readonly name: string
  readonly manager: 0 | 1
  readonly since: Instant
  readonly by: UserId | null
}

/** The groups a member was directly in at a moment, by name. */
export const placesThen = statement<Asked, PlaceThen>(`
  select g.id as "group", g.name, p.manager, p.since, p.given_by as "by"
  from group_member p join "group" g on g.id = p.group_id
  where p.organization_id = :organization and p.member_id = :member
    and p.since <= :at and (p.until is null or p.until > :at)
  order by g.name_key, g.id
`)
