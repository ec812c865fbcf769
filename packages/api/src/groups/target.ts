import { type GroupId, type OrganizationId, Refusal } from '@roster/domain'
import { sql } from 'kysely'
import type { Authorized } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'

/** A group as other slices name it. */
export interface GroupRef {
  readonly id: GroupId
  readonly name: string
}

/** A live group somebody wants to look at or do something to. */
export interface TargetGroup extends GroupRef {
  readonly description: string
  readonly since: number
}

/** The group of this organization with this id, or `not-found`, also for one that was deleted or is elsewhere. */
export async function groupOf(
  db: Reads,
  organization: OrganizationId,
  id: GroupId,
  field = 'group',
): Promise<TargetGroup | Refusal> {
  const row = await db
    .selectFrom('group')
    .select(['id', 'name', 'description', 'since'])
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row ?? new Refusal('not-found', { field })
}

/**
 * Whether the caller decides as its manager who else is in the group: in person only, since no ceiling of a key says
 * whether it may.
 */
export async function isManagerOf(
  db: Reads,
  { actor, organization, member }: Pick<Authorized, 'actor' | 'organization' | 'member'>,
  group: GroupId,
): Promise<boolean> {
  if (actor.kind === 'key') return false
  const row = await db
    .selectFrom('group_member')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('group_id', '=', group)
    .where('member_id', '=', member)
    .where('until', 'is', null)
    .where('manager', '=', sql.lit(1))
    .executeTakeFirst()
  return row !== undefined
}
