import type {
  AssignmentId,
  GroupId,
  Instant,
  InvitationId,
  MemberId,
  NewId,
  OrganizationId,
  ProjectId,
  RoleId,
  UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { membersChanged } from '../members/listing.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'

/** An assignment of a role, with the one that took its place. */
export interface Replaced {
  readonly ended: AssignmentId
  readonly begun: AssignmentId
  readonly member: MemberId | null
  readonly user: UserId | null
  readonly group: GroupId | null
  readonly invitation: InvitationId | null
  readonly project: ProjectId | null
}

/** Up to `most` live assignments of a role, whoever holds it and wherever. */
export async function assignmentsOfRole(
  tx: Transaction,
  { organization, role, most }: { organization: OrganizationId; role: RoleId; most: number },
): Promise<readonly Omit<Replaced, 'begun'>[]> {
  const { rows } = await sql<Omit<Replaced, 'begun'>>`
    select a.id as ended, a.member_id as member, m.user_id as user, a.group_id as "group",
           a.invitation_id as invitation, a.project_id as project
      from assignment a left join member m on m.id = a.member_id
      where a.organization_id = ${organization} and a.role_id = ${role} and a.until is null
      order by a.id limit ${most}
  `.execute(tx)
  return rows
}

/**
 * Puts another role in the place of one: each of these assignments ends, and one with the same subject, place, end
 * and reason begins. The list of members follows. Whether it may be is the caller's rule to ask.
 */
export async function replaceRoleOf(
  tx: Transaction,
  newId: NewId,
  assignments: readonly Omit<Replaced, 'begun'>[],
  change: { organization: OrganizationId; to: RoleId; by: UserId; now: Instant },
): Promise<readonly Replaced[]> {
  const { organization, to, by, now } = change
  const replaced = assignments.map((assignment): Replaced => ({ ...assignment, begun: newId('asg') }))
  const pairs = JSON.stringify(replaced.map(({ ended, begun }) => [ended, begun]))
  await tx
    .updateTable('assignment')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('id', 'in', sql<AssignmentId>`(select value ->> 0 from json_each(${pairs}))`)
    .where('until', 'is', null)
    .execute()
  await sql`
    insert into assignment (id, organization_id, member_id, group_id, invitation_id, role_id, project_id, since,
                            expires_at, given_by, reason)
    select j.value ->> 1, a.organization_id, a.member_id, a.group_id, a.invitation_id, ${to}, a.project_id,
           max(a.since, ${now}), a.expires_at, ${by}, a.reason
      from json_each(${pairs}) j cross join assignment a on a.id = j.value ->> 0
      where a.organization_id = ${organization}
  `.execute(tx)
  await membersChanged(
    tx,
    replaced.flatMap(({ member, project }) => (member && project === null ? [member] : [])),
  )
  return replaced
}
