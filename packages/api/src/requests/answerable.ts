import { decide, type HeldAssignment, type OrganizationId, type ProjectId, Refusal } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** Which requests somebody may answer. */
export interface Answerable {
  /** Those to join the organization: whoever may invite. */
  readonly organization: boolean
  /** Those to join projects: whoever decides about their members. */
  readonly projects: 'all' | readonly ProjectId[]
}

/** What somebody who holds this may answer; null when it is nothing at all. */
export function answerableBy(held: readonly HeldAssignment[]): Answerable | null {
  const organization = !(decide(held, 'invitations.send') instanceof Refusal)
  const everywhere = !(decide(held, 'project.members.manage') instanceof Refusal)
  const managed = held.flatMap(({ scope, permissions }) =>
    scope !== 'organization' && permissions.has('project.members.manage') ? [scope] : [],
  )
  const projects = everywhere ? 'all' : [...new Set(managed)]
  return organization || projects.length > 0 ? { organization, projects } : null
}

/** The assignment by which somebody may answer a request for this place, or `not-permitted`. */
export function mayAnswerFor(
  held: readonly HeldAssignment[],
  project: ProjectId | null,
): HeldAssignment | Refusal {
  return project === null ? decide(held, 'invitations.send') : decide(held, 'project.members.manage', project)
}

/** The condition on a request `r` that it is one of these. */
export function isAnswerable({ organization, projects }: Answerable): RawBuilder<boolean> {
  const ofProjects =
    projects === 'all'
      ? sql<boolean>`r.project_id is not null`
      : sql<boolean>`r.project_id in (select value from json_each(${JSON.stringify(projects)}))`
  return organization ? sql<boolean>`(r.project_id is null or ${ofProjects})` : ofProjects
}

/** More than a navigation needs to say. */
const MOST_COUNTED = 1_000

/** How many requests wait for somebody who may answer these. */
export async function countWaiting(
  db: Reads,
  organization: OrganizationId,
  answerable: Answerable,
): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from (
      select 1 from access_request r
        where r.organization_id = ${organization} and r.state = 'pending' and ${isAnswerable(answerable)}
        limit ${MOST_COUNTED})
  `.execute(db)
  return rows[0]?.waiting ?? 0
}
