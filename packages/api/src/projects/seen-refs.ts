import { decide, type HeldAssignment, type OrganizationId, type ProjectId, Refusal } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import { maySeeProject } from '../platform/project.ts'
import type { Reads } from '../platform/writer.ts'
import type { ProjectRef } from './rows.ts'

/** Those of these projects that somebody who holds this may know of. */
export async function seenProjects(
  db: Reads,
  { organization, held }: { readonly organization: OrganizationId; readonly held: readonly HeldAssignment[] },
  ids: Iterable<ProjectId>,
): Promise<ReadonlyMap<ProjectId, ProjectRef>> {
  const rows = await db
    .selectFrom('project')
    .select(['id', 'name', 'visibility', 'archived_at'])
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .where('id', 'in', listed([...new Set(ids)]))
    .execute()
  return new Map(
    rows
      .filter((row) => maySeeProject(held, row))
      .map(({ id, name, archived_at }) => [id, { id, name, archived: archived_at !== null }]),
  )
}

/** The same as a condition on the project `column` of a row; a row without a project is nobody's secret. */
export function inSeenProject(held: readonly HeldAssignment[], column: string): RawBuilder<boolean> {
  if (!(decide(held, 'project.read') instanceof Refusal)) return sql<boolean>`true`
  const open = held.flatMap(({ scope }) =>
    scope !== 'organization' && !(decide(held, 'project.read', scope) instanceof Refusal) ? [scope] : [],
  )
  const shown = decide(held, 'projects.read') instanceof Refusal ? 0 : 1
  return sql<boolean>`(${sql.ref(column)} is null
    or ${sql.ref(column)} in (select value from json_each(${JSON.stringify(open)}))
    or (${shown} and exists (select 1 from project p where p.id = ${sql.ref(column)} and p.visibility <> 'private')))`
}
