import {
  decide,
  type HeldAssignment,
  type Instant,
  isId,
  type MemberId,
  type ProjectId,
  Refusal,
  type UserId,
} from '@roster/domain'
import { assignmentsOf, type Organization, organizationOf } from '../platform/access.ts'
import { type Project, projectOf } from '../platform/project.ts'
import type { Reads } from '../platform/writer.ts'

/** An organization, and how somebody stands to it who may not be in it. */
export interface Place {
  readonly organization: Organization
  /** Their membership, if they are in it. */
  readonly member: MemberId | null
  readonly held: readonly HeldAssignment[]
}

/**
 * The organization named by id or short name, as somebody meets it who may be outside. What outsiders may know of it
 * is the caller's rule to ask. Refuses with `not-found`.
 */
export async function placeNamed(
  db: Reads,
  named: string,
  user: UserId | null,
  now: Instant,
): Promise<Place> {
  const row = await db
    .selectFrom('organization')
    .select(['id', 'number', 'slug', 'name', 'policies'])
    .where((where) => (isId('org', named) ? where('id', '=', named) : where('slug', '=', named)))
    .where('until', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const organization = organizationOf(row)
  const member = user && (await memberOf(db, organization, user))
  return {
    organization,
    member,
    held: member ? await assignmentsOf(db, organization, member, now) : [],
  }
}

/** The live membership of a person in an organization. */
export async function memberOf(
  db: Reads,
  { id }: Pick<Organization, 'id'>,
  user: UserId,
): Promise<MemberId | null> {
  const row = await db
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', id)
    .where('user_id', '=', user)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The project asked for, and whether the asker is in it already. Refuses with `not-found` what they may not see. */
export async function projectAsked(
  db: Reads,
  { organization, held }: Place,
  id: ProjectId,
): Promise<{ readonly project: Project; readonly inProject: boolean }> {
  const project = await projectOf(db, { organization: organization.id, held }, id)
  return { project, inProject: !(decide(held, 'project.read', project.id) instanceof Refusal) }
}
