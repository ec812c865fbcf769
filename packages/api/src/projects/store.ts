import type {
  Instant,
  NewId,
  OrganizationId,
  ProjectId,
  ProjectVisibility,
  RoleId,
  UserId,
} from '@roster/domain'
import { namesOf, refuseTakenName } from '../platform/names.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

export interface NewProject {
  readonly organization: OrganizationId
  /** Canonical (`projectName`). */
  readonly name: string
  readonly description?: string
  readonly visibility?: ProjectVisibility
  /** The role in it of everybody who joins the organization; null for projects nobody joins by default. */
  readonly defaultRole?: RoleId | null
  readonly by: UserId | null
  readonly now: Instant
}

/** Writes a project that nobody is in yet. Refuses with `name-taken`. */
export async function insertProject(
  tx: Transaction,
  newId: NewId,
  { organization, name, description = '', visibility = 'private', defaultRole = null, by, now }: NewProject,
): Promise<ProjectId> {
  await refuseTakenName(tx, 'project', organization, name, null)
  const id = newId('prj')
  await tx
    .insertInto('project')
    .values({
      id,
      organization_id: organization,
      ...namesOf(name),
      description,
      visibility,
      default_role_id: defaultRole,
      archived_at: null,
      created_by: by,
      since: now,
      until: null,
      ended_by: null,
    })
    .execute()
  return id
}

/** The row of a project that is there. */
export function storedProject(db: Reads, project: ProjectId) {
  return db
    .selectFrom('project')
    .select(['id', 'name', 'description', 'visibility', 'default_role_id', 'archived_at'])
    .where('id', '=', project)
    .executeTakeFirstOrThrow()
}

/** How many people and groups hold a role in a project directly: kept, not counted. */
export function totalsOf(
  db: Reads,
  project: ProjectId,
): Promise<{ readonly members: number; readonly groups: number }> {
  return db
    .selectFrom('project_total')
    .select(['members', 'groups'])
    .where('project_id', '=', project)
    .executeTakeFirstOrThrow()
}

/** Ends a project and, by trigger, every role in it. */
export async function endProject(
  tx: Transaction,
  {
    organization,
    project,
    by,
    now,
  }: { organization: OrganizationId; project: ProjectId; by: UserId; now: Instant },
): Promise<void> {
  await tx
    .updateTable('project')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('id', '=', project)
    .where('until', 'is', null)
    .execute()
}
