import type {
  GroupId,
  Id,
  Instant,
  InvitationId,
  MemberId,
  OrganizationId,
  OrganizationPolicies,
  UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { type GivenRole, givenByEach } from '../groups/given.ts'
import type { Reads } from '../platform/writer.ts'

interface Organization {
  readonly id: OrganizationId
  readonly policies: OrganizationPolicies
}

/** A group that whoever accepts an invitation is put into. */
export interface GroupTerm {
  readonly invitation: InvitationId
  readonly place: Id<'gme'>
  readonly group: GroupId
  readonly name: string
  /** What it and the groups around it give: being put into it is a grant of all that (law 5). */
  readonly grants: readonly GivenRole[]
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
  const grants = await givenByEach(
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
