import {
  type HeldAssignment,
  type Instant,
  isAllowed,
  type OrganizationId,
  type ProjectId,
  type ProjectVisibility,
  Refusal,
} from '@roster/domain'
import type { Row } from './schema.ts'
import type { Reads } from './writer.ts'

/** A project that is there, as rules want it. */
export interface Project {
  readonly id: ProjectId
  readonly name: string
  readonly visibility: ProjectVisibility
  readonly archivedAt: Instant | null
}

/**
 * The project, if the caller may know of it: because they may open it, or because it shows to the organization and
 * they may see those that do. To anybody else it does not exist: refuses with `not-found`, as for another
 * organization's.
 */
export async function projectOf(
  db: Reads,
  { organization, held }: { readonly organization: OrganizationId; readonly held: readonly HeldAssignment[] },
  id: ProjectId,
): Promise<Project> {
  const row = await db
    .selectFrom('project')
    .select(['id', 'name', 'visibility', 'archived_at'])
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!row || !maySeeProject(held, row)) throw new Refusal('not-found', { field: 'project' })
  return { id: row.id, name: row.name, visibility: row.visibility, archivedAt: row.archived_at }
}

/** The projects whose people somebody may see: null for all, since their role at the organization allows it. */
export function projectsOpenTo(held: readonly HeldAssignment[]): readonly ProjectId[] | null {
  if (isAllowed(held, 'project.members.read')) return null
  const open = held.flatMap(({ scope, permissions }) =>
    scope !== 'organization' && permissions.has('project.members.read') ? [scope] : [],
  )
  return [...new Set(open)]
}

/** Whether somebody who holds this may know that the project exists. */
export function maySeeProject(
  held: readonly HeldAssignment[],
  project: Pick<Row<'project'>, 'id' | 'visibility'>,
): boolean {
  if (isAllowed(held, 'project.read', project.id)) return true
  return project.visibility !== 'private' && isAllowed(held, 'projects.read')
}
