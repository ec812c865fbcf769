import type { AssignmentId, OrganizationId, ProjectId, RoleId } from '@roster/domain'
import type { Reads } from '../platform/writer.ts'
import type { AssignedTo } from './input.ts'

/** What an assignment was given as. */
export interface One {
  readonly subject: AssignedTo
  readonly project: ProjectId | null
  readonly role: RoleId
  readonly reason: string | null
  /** Whether somebody has ended or replaced it. */
  readonly ended: boolean
}

/** The assignment of a member or a group with this id; null where there is none. */
export async function oneOf(
  db: Reads,
  organization: OrganizationId,
  assignment: AssignmentId,
): Promise<One | null> {
  const row = await db
    .selectFrom('assignment')
    .select(['member_id', 'group_id', 'project_id', 'role_id', 'reason', 'until'])
    .where('organization_id', '=', organization)
    .where('id', '=', assignment)
    .executeTakeFirst()
  if (!row) return null
  const one = { project: row.project_id, role: row.role_id, reason: row.reason, ended: row.until !== null }
  if (row.member_id) return { ...one, subject: { member: row.member_id } }
  return row.group_id ? { ...one, subject: { group: row.group_id } } : null
}
