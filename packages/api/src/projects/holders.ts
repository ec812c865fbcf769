import type {
  AssignmentId,
  GroupId,
  Instant,
  MemberId,
  OrganizationId,
  ProjectId,
  RoleId,
  UserId,
} from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'

/** A project of an organization. */
export interface At {
  readonly organization: OrganizationId
  readonly project: ProjectId
}

/** A role that is held in a project: what stands behind somebody's access. */
export interface HeldThere {
  readonly assignment: AssignmentId
  readonly role: RoleId
  readonly since: Instant
  readonly expires_at: Instant | null
  readonly by: UserId | null
  readonly reason: string | null
}

export interface GroupThere extends HeldThere {
  readonly group_id: GroupId
  readonly group_name: string
  readonly members: number
  readonly groups: number
}

type Parameters = { readonly organization: OrganizationId; readonly project: ProjectId }

/** The groups that hold a role in a project, in the order of their names, those past their end included. */
export function groupsAt(db: Reads, { organization, project }: At): Promise<readonly GroupThere[]> {
  return groupRows(db, { organization, project })
}

const groupRows = statement<Parameters, GroupThere>(`
  select a.id as assignment, a.role_id as role, a.since, a.expires_at, a.given_by as "by", a.reason,
         g.id as group_id, g.name as group_name, t.members, t.groups
    from assignment a
    join "group" g on g.id = a.group_id
    join group_total t on t.group_id = g.id
    where a.organization_id = :organization and a.project_id = :project and a.until is null
      and a.member_id is null and a.group_id > ''
    order by g.name_key, g.id
`)

/** How many open invitations would give a role in a project. */
export async function invitationsAt(db: Reads, { organization, project }: At): Promise<number> {
  const [row] = await invitationCount(db, { organization, project })
  return row?.count ?? 0
}

const invitationCount = statement<Parameters, { readonly count: number }>(`
  select count(*) as count from assignment a
    join invitation i on i.id = a.invitation_id
    where a.organization_id = :organization and a.project_id = :project and a.until is null
      and a.member_id is null and a.group_id is null and i.state = 'pending'
`)

/** Some of the people who hold a role in a project directly, those who are members the longest first. */
export async function somePeopleAt(db: Reads, at: At, most: number): Promise<readonly UserId[]> {
  const rows = await somePeople(db, { organization: at.organization, project: at.project, most })
  return rows.map((row) => row.user_id)
}

const somePeople = statement<Parameters & { readonly most: number }, { readonly user_id: UserId }>(`
  select m.user_id from assignment a join member m on m.id = a.member_id
    where a.organization_id = :organization and a.project_id = :project and a.until is null and a.member_id > ''
      and not exists (select 1 from service_account program where program.member_id = a.member_id)
    order by a.member_id limit :most
`)

/** What somebody holds in a project directly, if anything; also past its end. */
export async function directlyHeld(db: Reads, at: At, member: MemberId): Promise<HeldThere | null> {
  const [row] = await heldDirectly(db, { organization: at.organization, project: at.project, member })
  return row ?? null
}

const heldDirectly = statement<Parameters & { readonly member: MemberId }, HeldThere>(`
  select a.id as assignment, a.role_id as role, a.since, a.expires_at, a.given_by as "by", a.reason
    from assignment a
    where a.organization_id = :organization and a.member_id = :member and a.project_id = :project
      and a.until is null
`)
