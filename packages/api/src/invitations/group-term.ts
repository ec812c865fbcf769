import {
  type GroupId,
  type HeldAssignment,
  type Id,
  type Instant,
  type InvitationId,
  type MemberId,
  mayGrant,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
  permissionsOf,
  Refusal,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'

interface Organization {
  readonly id: OrganizationId
  readonly policies: OrganizationPolicies
}

/** A role that a group, or a group around it, holds: whoever is in the group holds it too. */
export interface GroupGrant {
  readonly permissions: ReadonlySet<Permission>
  /** Null at the organization. */
  readonly project: ProjectId | null
}

/** A group that whoever accepts an invitation is put into. */
export interface GroupTerm {
  readonly invitation: InvitationId
  readonly place: Id<'gme'>
  readonly group: GroupId
  readonly name: string
  readonly grants: readonly GroupGrant[]
  /** Who answers for it: who invited, edited or sent it again. */
  readonly givenBy: UserId | null
}

/** The live places in groups of open invitations. */
export async function groupTermsOf(
  db: Reads,
  organization: Organization,
  invitations: readonly InvitationId[],
  now: Instant,
): Promise<ReadonlyMap<InvitationId, readonly GroupTerm[]>> {
  const { rows } = await sql<{
    id: Id<'gme'>
    invitation_id: InvitationId
    group_id: GroupId
    name: string
    given_by: UserId | null
  }>`
    select g.id, g.invitation_id, g.group_id, g.given_by, "group".name
      from json_each(${JSON.stringify([...new Set(invitations)])}) j
      cross join group_member g
        on g.organization_id = ${organization.id} and g.invitation_id = j.value and g.until is null
      join "group" on "group".id = g.group_id
      order by g.id
  `.execute(db)
  const terms = new Map<InvitationId, GroupTerm[]>()
  if (rows.length === 0) return terms
  const grants = await grantsThrough(
    db,
    organization,
    rows.map((row) => row.group_id),
    now,
  )
  for (const row of rows) {
    const term: GroupTerm = {
      invitation: row.invitation_id,
      place: row.id,
      group: row.group_id,
      name: row.name,
      grants: grants.get(row.group_id) ?? [],
      givenBy: row.given_by,
    }
    terms.set(row.invitation_id, [...(terms.get(row.invitation_id) ?? []), term])
  }
  return terms
}

interface GrantRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions'> {
  readonly start: GroupId
  readonly project_id: ProjectId | null
}

/** What each of these groups gives to whoever is in it, by itself and by the groups around it. */
export async function grantsThrough(
  db: Reads,
  organization: Organization,
  groups: readonly GroupId[],
  now: Instant,
): Promise<ReadonlyMap<GroupId, readonly GroupGrant[]>> {
  const { rows } = await sql<GrantRow>`
    with recursive around (start, id) as (
      select value, value from json_each(${JSON.stringify([...new Set(groups)])})
      union
      select around.start, parent.group_id from around cross join group_member parent
        on parent.organization_id = ${organization.id} and parent.child_group_id = around.id
          and parent.until is null
    )
    select around.start, a.project_id, r.level, r.key, r.permissions
      from around cross join assignment a
        on a.organization_id = ${organization.id} and a.group_id = around.id and a.until is null
      join role r on r.id = a.role_id
      where a.expires_at is null or a.expires_at > ${now}
  `.execute(db)
  const grants = new Map<GroupId, GroupGrant[]>()
  for (const row of rows) {
    const grant = {
      permissions: permissionsOf(roleTerms(row), organization.policies),
      project: row.project_id,
    }
    grants.set(row.start, [...(grants.get(row.start) ?? []), grant])
  }
  return grants
}

/** Being put into a group, or kept out of it, is a grant of all that it gives (law 5): `beyond-your-own`. */
export function mayGrantThrough(
  held: readonly HeldAssignment[],
  grants: readonly GroupGrant[],
): true | Refusal {
  for (const { permissions, project } of grants) {
    const granted = mayGrant(held, permissions, project ?? undefined)
    if (granted instanceof Refusal) return granted
  }
  return true
}

/** The groups that this member decides about. */
export async function managedBy(
  db: Reads,
  organization: OrganizationId,
  member: MemberId,
): Promise<ReadonlySet<GroupId>> {
  const rows = await db
    .selectFrom('group_member')
    .select('group_id')
    .where('organization_id', '=', organization)
    .where('member_id', '=', member)
    .where('manager', '=', 1)
    .where('until', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.group_id))
}
