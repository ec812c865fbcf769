import type {
  AssignmentId,
  GroupId,
  MemberId,
  OrganizationId,
  ProjectId,
  ProjectRoleKey,
  ProjectVisibility,
  RoleId,
} from '@roster/domain'
import { beginAssignment } from '../assignments/store.ts'
import { insertGroup, putInGroup } from '../groups/store.ts'
import { insertProject } from '../projects/store.ts'
import type { EmptyHouse, House, Part } from './house.ts'

/** For tests: projects and groups, furnished past the commands. */

/** A project of acme, or of another organization. */
export function addProject(
  home: House,
  name: string,
  {
    visibility = 'private',
    organization = home.acme,
  }: { visibility?: ProjectVisibility; organization?: OrganizationId } = {},
): Promise<ProjectId> {
  const { writer, newId } = home.deps
  return writer.run((tx) =>
    insertProject(tx, newId, { organization, name, visibility, by: null, now: home.now() }),
  )
}

/** A group of acme, or of another organization. */
export function addGroup(
  home: House,
  name: string,
  organization: OrganizationId = home.acme,
): Promise<GroupId> {
  const { writer, newId } = home.deps
  return writer.run((tx) => insertGroup(tx, newId, { organization, name, by: null, now: home.now() }))
}

/** Puts one of the cast, or a group, into a group of acme. */
export async function putInto(
  home: House,
  group: GroupId,
  who: Part | { readonly child: GroupId },
  manager = false,
): Promise<void> {
  const { writer, newId } = home.deps
  const inside = typeof who === 'string' ? { member: memberOf(home, who) } : who
  await writer.run((tx) =>
    putInGroup(tx, newId, {
      organization: home.acme,
      group,
      who: inside,
      manager,
      by: null,
      now: home.now(),
    }),
  )
}

/** Gives one of the cast, or a group, a built-in role in a project of acme. */
export async function giveInProject(
  home: House,
  project: ProjectId,
  who: Part | { readonly group: GroupId },
  key: ProjectRoleKey,
  expiresAt: number | null = null,
): Promise<AssignmentId> {
  const { writer, newId } = home.deps
  const subject = typeof who === 'string' ? { member: memberOf(home, who) } : who
  const role = await projectRole(home, home.acme, key)
  return writer.run((tx) =>
    beginAssignment(tx, newId, {
      organization: home.acme,
      subject,
      role,
      project,
      expiresAt,
      by: null,
      now: home.now(),
    }),
  )
}

/** The built-in role of projects with this key. */
export async function projectRole(
  { deps }: EmptyHouse,
  organization: OrganizationId,
  key: ProjectRoleKey,
): Promise<RoleId> {
  const { id } = await deps.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', organization)
    .where('level', '=', 'project')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return id
}

/** The membership of one of the cast who has one. */
export function memberOf({ people }: House, part: Part): MemberId {
  const { member } = people[part]
  if (!member) throw new Error(`${part} is no member`)
  return member
}
