import type {
  GroupId,
  MemberId,
  OrganizationId,
  OrganizationPolicies,
  ProjectId,
  RoleId,
  UserId,
} from '@roster/domain'
import type { Project } from '../platform/project.ts'
import type { Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import type { AssignmentChange } from './input.ts'
import { type Role, roleOf } from './standing-rows.ts'

/** Somebody or something that holds roles, as the organization sees it. */
export type Subject =
  | {
      readonly kind: 'member'
      readonly member: MemberId
      readonly user: UserId
      readonly name: string
      /** False for somebody who has left. */
      readonly isMember: boolean
      /** False for a service account. */
      readonly isPerson: boolean
    }
  | { readonly kind: 'group'; readonly group: GroupId; readonly name: string; readonly isMember: true }

/** What the changes of a call name, as far as it exists in this organization. */
export interface Facts {
  readonly subjects: ReadonlyMap<MemberId | GroupId, Subject>
  readonly projects: ReadonlyMap<ProjectId, Project>
  readonly roles: ReadonlyMap<RoleId, Role>
}

type Within = { readonly id: OrganizationId; readonly policies: OrganizationPolicies }

/** Reads everybody and everything that these changes are about. */
export async function factsOf(
  db: Reads,
  organization: Within,
  changes: readonly AssignmentChange[],
): Promise<Facts> {
  const named = { members: new Set<MemberId>(), groups: new Set<GroupId>(), projects: new Set<ProjectId>() }
  const roles = new Set<RoleId>()
  for (const { subject, project, role } of changes) {
    if ('member' in subject) named.members.add(subject.member)
    else named.groups.add(subject.group)
    if (project) named.projects.add(project)
    if (role) roles.add(role)
  }
  const asked = (ids: ReadonlySet<string>) => ({
    organization: organization.id,
    ids: JSON.stringify([...ids]),
  })
  const subjects: Subject[] = [
    ...(await membersNamed(db, asked(named.members))).map(
      ({ member, user, name, until, kind }): Subject => ({
        kind: 'member',
        member,
        user,
        name,
        isMember: until === null,
        isPerson: kind === 'person',
      }),
    ),
    ...(await groupsNamed(db, asked(named.groups))).map(
      ({ group, name }): Subject => ({ kind: 'group', group, name, isMember: true }),
    ),
  ]
  const projects = (await projectsNamed(db, asked(named.projects))).map(
    ({ archived_at, ...project }): Project => ({ ...project, archivedAt: archived_at }),
  )
  const given = (await rolesNamed(db, asked(roles))).map((row) => roleOf(row, organization.policies))
  return {
    subjects: new Map(subjects.map((one) => [one.kind === 'member' ? one.member : one.group, one])),
    projects: new Map(projects.map((one) => [one.id, one])),
    roles: new Map(given.map((one) => [one.id, one])),
  }
}

type Asked = { readonly organization: OrganizationId; readonly ids: string }

interface MemberNamed extends Pick<Row<'member'>, 'until'> {
  readonly member: MemberId
  readonly user: UserId
  readonly name: string
  readonly kind: Row<'user'>['kind']
}
const membersNamed = statement<Asked, MemberNamed>(`
  select m.id as member, m.user_id as user, m.until, coalesce(m.display_name, u.name) as name, u.kind
    from json_each(:ids) j
    cross join member m on m.id = j.value and m.organization_id = :organization
    join user u on u.id = m.user_id
`)
const groupsNamed = statement<Asked, { readonly group: GroupId; readonly name: string }>(`
  select g.id as "group", g.name from json_each(:ids) j
    cross join "group" g on g.id = j.value and g.organization_id = :organization and g.until is null
`)
const projectsNamed = statement<Asked, Pick<Row<'project'>, 'id' | 'name' | 'visibility' | 'archived_at'>>(`
  select p.id, p.name, p.visibility, p.archived_at from json_each(:ids) j
    cross join project p on p.id = j.value and p.organization_id = :organization and p.until is null
`)
const rolesNamed = statement<Asked, Pick<Row<'role'>, 'id' | 'level' | 'key' | 'name' | 'permissions'>>(`
  select r.id, r.level, r.key, r.name, r.permissions from json_each(:ids) j
    cross join role r on r.id = j.value and r.organization_id = :organization and r.until is null
`)
