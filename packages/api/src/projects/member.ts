import { type MemberId, type OrganizationId, Refusal } from '@roster/domain'
import { IdOf, inProject } from '../platform/input.ts'
import { nobody, type Person, peopleOf } from '../platform/people.ts'
import type { Project } from '../platform/project.ts'
import { type QueryContext, query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { type Access, accessOf } from './access.ts'
import { mayTakeAway } from './may-take-away.ts'
import type { ProjectMember } from './members.ts'
import { reachOf } from './reach.ts'
import { mostPowerful, type ProjectRoles, projectRolesOf } from './roles.ts'

/**
 * One member of a project with every way they come to be in it, also a service account. Refuses with `not-found` for
 * whoever is not in it.
 */
export const projectMember = query({
  permission: 'project.members.read',
  input: inProject({ member: IdOf('mem') }),
  async run(context, { member }): Promise<ProjectMember> {
    const { db, organization, project, actor, now } = context
    const somebody = await memberNamed(db, organization.id, member)
    const roles = await projectRolesOf(db, organization)
    const at = { organization: organization.id, project: project.id }
    const reach = await reachOf(db, at, now, { role: null, via: null })
    const access = (await accessOf(db, reach, roles, [member])).get(member)
    if (!somebody || !access || (!access.direct && access.through.length === 0))
      throw new Refusal('not-found', { field: 'member' })
    const { person, organizationRole } = somebody
    return {
      ...person,
      member,
      you: person.user === actor.id,
      organizationRole,
      ...standingThere(context, roles, access),
    }
  },
})

/** What the ways by which somebody is in a project come to, and why the caller may not take away the direct one. */
export function standingThere(
  {
    held,
    organization,
    project,
    now,
  }: Pick<QueryContext, 'held' | 'organization' | 'now'> & { readonly project: Project },
  roles: ProjectRoles,
  { direct, through }: Access,
): Pick<ProjectMember, 'direct' | 'through' | 'role' | 'expired' | 'refusal'> {
  const lasts = direct && (direct.expiresAt === null || direct.expiresAt > now)
  const live = [...(lasts ? [direct] : []), ...through].map((one) => one.role.id)
  return {
    direct,
    through,
    role: live.length > 0 ? mostPowerful(live, roles) : (direct?.role ?? null),
    expired: live.length === 0,
    refusal: direct && mayTakeAway({ held, organization, project, now }, roles.get(direct.role.id)),
  }
}

/** Somebody who is in the organization, be it a person or a service account, with their role there. */
async function memberNamed(
  db: Reads,
  organization: OrganizationId,
  member: MemberId,
): Promise<{ readonly person: Person; readonly organizationRole: RoleRef } | null> {
  const row = await db
    .selectFrom('member as m')
    .innerJoin('assignment as a', 'a.member_id', 'm.id')
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select(['m.user_id', 'r.id', 'r.key', 'r.name'])
    .where('m.organization_id', '=', organization)
    .where('m.id', '=', member)
    .where('m.until', 'is', null)
    .where('a.organization_id', '=', organization)
    .where('a.project_id', 'is', null)
    .where('a.until', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const person = (await peopleOf(db, organization, [row.user_id])).get(row.user_id)
  return { person: person ?? nobody(row.user_id), organizationRole: roleRef(row) }
}
