import { isId, type OrganizationId, type ProjectId } from '@roster/domain'
import { maySeeProject } from '../platform/project.ts'
import type { Row } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Asking } from './asking.ts'

/** Where a question is about: the organization (null), or a project that is there and the caller's to know of. */
export type Place = ProjectRow | null

export interface ProjectRow extends Pick<Row<'project'>, 'id' | 'name' | 'visibility' | 'archived_at'> {}

/** What is no place: nowhere, and what the caller may not know of is not told apart from it. */
export const NOWHERE = 'nowhere'

/** The place that a question names. */
export async function placeNamed(
  { db, organization, held }: Asking,
  at: string | undefined,
): Promise<Place | typeof NOWHERE> {
  if (at === undefined) return null
  if (!isId('prj', at)) return NOWHERE
  const [project] = await liveProject(db, { organization: organization.id, project: at })
  return project && maySeeProject(held, project) ? project : NOWHERE
}

const liveProject = statement<
  { readonly organization: OrganizationId; readonly project: ProjectId },
  ProjectRow
>(`
  select id, name, visibility, archived_at from project
    where organization_id = :organization and id = :project and until is null
`)
