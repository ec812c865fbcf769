import {
  checkPlaces,
  decide,
  type GroupId,
  type HeldAssignment,
  type Instant,
  type MemberId,
  mayAssign,
  mayGiveAll,
  orThrow,
  type ProjectId,
  type ProjectTerm,
  Refusal,
  type RoleId,
} from '@roster/domain'
import { z } from 'zod'
import { givenByEach } from '../groups/given.ts'
import type { Actor, Organization } from '../platform/access.ts'
import { FreeText, IdOf, Moment } from '../platform/input.ts'
import { listed } from '../platform/listed.ts'
import { maySeeProject } from '../platform/project.ts'
import type { Reads } from '../platform/writer.ts'
import { type Role, rolesAt } from '../roles/store.ts'
import { managedBy } from './group-term.ts'

/** Roles at projects, each with an end or without, as they are asked for. */
export const ProjectTerms = z
  .array(
    z.strictObject({
      project: IdOf('prj'),
      role: IdOf('rol'),
      expiresAt: Moment.nullable().default(null),
    }),
  )
  .max(1_000)

/** Why a powerful role is given. */
export const Reason = FreeText(500)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

export const GroupIds = z.array(IdOf('grp')).max(1_000)

/** Where an invitation leads besides the organization. */
export interface Places {
  readonly projects: readonly ProjectTerm[]
  readonly groups: readonly GroupId[]
}

interface Asking {
  readonly actor: Actor
  readonly organization: Organization
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
  /** Why, where the organization asks for a reason. */
  readonly reason: string | null
}

/**
 * Whether the caller may offer all of these to somebody who is not in the organization yet, by the rules that hold
 * for members: refuses with `not-found` (project, group or role that is not there or not theirs to see),
 * `not-permitted`, `beyond-your-own`, and as `mayAssign` and `checkPlaces` say.
 */
export async function refusePlaces(db: Reads, asking: Asking, places: Places): Promise<void> {
  orThrow(checkPlaces(places, asking.now))
  if (places.projects.length > 0) await refuseProjects(db, asking, places.projects)
  if (places.groups.length > 0) await refuseGroups(db, asking, places.groups)
}

async function refuseProjects(
  db: Reads,
  { organization, held, now, reason }: Asking,
  asked: readonly ProjectTerm[],
): Promise<void> {
  const projects = await db
    .selectFrom('project')
    .select(['id', 'visibility', 'archived_at'])
    .where('organization_id', '=', organization.id)
    .where('id', 'in', listed<ProjectId>(asked.map(({ project }) => project)))
    .where('until', 'is', null)
    .execute()
  const projectById = new Map(projects.map((row) => [row.id, row]))
  const roles = new Map((await rolesAt(db, organization, 'project')).map((role) => [role.id, role]))
  for (const { project: id, role: asks, expiresAt } of asked) {
    const project = projectById.get(id)
    if (!project || !maySeeProject(held, project)) throw new Refusal('not-found', { field: 'projects' })
    const to = roles.get(asks) ?? (await roleElsewhere(db, organization, asks))
    const { policies } = organization
    const archivedAt = project.archived_at
    // Whoever accepts is a member by then, so the rule is the one for members.
    const member = { subject: 'member', isMember: true, own: false, from: null } as const
    orThrow(mayAssign({ ...member, held, project: { id, archivedAt }, to, expiresAt, reason, policies, now }))
  }
}

/** A role that is none of projects: refused as what it is. */
async function roleElsewhere(db: Reads, organization: Organization, asked: RoleId): Promise<Role> {
  const role = (await rolesAt(db, organization, 'organization')).find(({ id }) => id === asked)
  if (!role) throw new Refusal('not-found', { field: 'projects' })
  return role
}

async function refuseGroups(
  db: Reads,
  { actor, organization, member, held, now }: Asking,
  asked: readonly GroupId[],
): Promise<void> {
  if (decide(held, 'groups.read') instanceof Refusal) throw new Refusal('not-found', { field: 'groups' })
  const groups = await db
    .selectFrom('group')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('id', 'in', listed(asked))
    .where('until', 'is', null)
    .execute()
  if (groups.length < asked.length) throw new Refusal('not-found', { field: 'groups' })
  const all = decide(held, 'groups.manage')
  // As its manager somebody decides in person only: no ceiling of a key says whether it may.
  if (all instanceof Refusal && actor.kind === 'key') throw all
  const own = all instanceof Refusal ? await managedBy(db, organization.id, member) : null
  const grants = await givenByEach(db, organization, asked, now)
  for (const group of asked) {
    if (own && !own.has(group)) throw new Refusal('not-permitted', { permission: 'groups.manage' })
    orThrow(mayGiveAll(held, grants.get(group) ?? []))
  }
}
