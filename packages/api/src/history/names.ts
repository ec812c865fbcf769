import type { GroupId, OrganizationId, ProjectId, ProjectVisibility } from '@roster/domain'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'

/** A project that is or was: it is named as it is called today, or was when it was deleted. */
export interface PastProject {
  readonly id: ProjectId
  readonly name: string
  readonly archived: boolean
  readonly deleted: boolean
}

/** A group that is or was. */
export interface PastGroup {
  readonly id: GroupId
  readonly name: string
  readonly deleted: boolean
}

/** The projects with these ids, those that were deleted as well. */
export async function projectsNamed(
  db: Reads,
  organization: OrganizationId,
  ids: Iterable<ProjectId>,
): Promise<ReadonlyMap<ProjectId, PastProject & { readonly visibility: ProjectVisibility }>> {
  const rows = await db
    .selectFrom('project')
    .select(['id', 'name', 'visibility', 'archived_at', 'until'])
    .where('organization_id', '=', organization)
    .where('id', 'in', listed([...new Set(ids)]))
    .execute()
  return new Map(
    rows.map(({ id, name, visibility, archived_at, until }) => [
      id,
      { id, name, visibility, archived: archived_at !== null, deleted: until !== null },
    ]),
  )
}

/** The groups with these ids, those that were deleted as well. */
export async function groupsNamed(
  db: Reads,
  organization: OrganizationId,
  ids: Iterable<GroupId>,
): Promise<ReadonlyMap<GroupId, PastGroup>> {
  const rows = await db
    .selectFrom('group')
    .select(['id', 'name', 'until'])
    .where('organization_id', '=', organization)
    .where('id', 'in', listed([...new Set(ids)]))
    .execute()
  return new Map(rows.map(({ id, name, until }) => [id, { id, name, deleted: until !== null }]))
}
