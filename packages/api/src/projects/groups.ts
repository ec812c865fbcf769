import type { AssignmentId, Instant } from '@roster/domain'
import { inProject } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { RoleRef } from '../roles/store.ts'
import type { GroupRef } from './access.ts'
import { groupsAt } from './holders.ts'
import { mayTakeAway } from './may-take-away.ts'
import { projectRolesOf, refOf } from './roles.ts'

/** A group that holds a role in a project. */
export interface ProjectGroup {
  readonly group: GroupRef
  readonly assignment: AssignmentId
  readonly role: RoleRef
  /** Directly in the group. */
  readonly members: number
  /** Groups directly inside it, whose members have the role too. */
  readonly groups: number
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly expired: boolean
  readonly by: Person | null
  readonly reason: string | null
  /** Why the caller may not change or take away the role; null when they may. */
  readonly refusal: string | null
}

/** The groups that hold a role in a project, by name. */
export const projectGroups = query({
  permission: 'project.members.read',
  input: inProject({}),
  async run({ db, organization, project, held, now }): Promise<readonly ProjectGroup[]> {
    const roles = await projectRolesOf(db, organization)
    const rows = await groupsAt(db, { organization: organization.id, project: project.id })
    const givers = await peopleOf(
      db,
      organization.id,
      rows.flatMap((row) => row.by ?? []),
    )
    return rows.flatMap((row): ProjectGroup[] => {
      const role = roles.get(row.role)
      if (!role) return []
      const { assignment, members, groups, since, expires_at: expiresAt, reason } = row
      return [
        {
          group: { id: row.group_id, name: row.group_name },
          role: refOf(role),
          ...{ assignment, members, groups, since, expiresAt, reason },
          expired: expiresAt !== null && expiresAt <= now,
          by: (row.by && givers.get(row.by)) ?? null,
          refusal: mayTakeAway({ held, organization, project, now }, role),
        },
      ]
    })
  },
})
