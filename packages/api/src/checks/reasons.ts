import { type AssignmentId, type Instant, isAllowed, type MemberId, type Permission } from '@roster/domain'
import { type Given, givenTo } from '../assignments/given.ts'
import type { GroupRef } from '../groups/target.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import type { ProjectRef } from '../projects/rows.ts'
import type { RoleRef } from '../roles/store.ts'
import type { Asking } from './asking.ts'
import type { Place } from './place.ts'

/** An assignment that allows what was asked: the answer to "why". */
export interface Reason {
  readonly assignment: AssignmentId
  readonly role: RoleRef
  /** Null at the organization. */
  readonly project: ProjectRef | null
  /** Given to the subject, or to a group they are in. */
  readonly via: 'direct' | 'group'
  /** From the group that holds the role to the one the subject is in; empty where groups are not yours to see. */
  readonly groups: readonly GroupRef[]
  readonly by: Person | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  /** In the words of whoever gave it. */
  readonly reason: string | null
}

/** Everything that allows a member these things there, by permission, each with every reason. */
export async function reasonsFor(
  { db, organization, held, member: caller, now }: Asking,
  member: MemberId,
  permissions: readonly Permission[],
  place: Place,
): Promise<ReadonlyMap<Permission, readonly Reason[]>> {
  const all = (await givenTo(db, organization, member, now, place?.id ?? null)) ?? []
  const given = all.filter((one) => !one.expired && (place !== null || one.project === null))
  const people = await peopleOf(
    db,
    organization.id,
    given.flatMap(({ by }) => by ?? []),
  )
  const groupsShown = member === caller || isAllowed(held, 'groups.read')
  const tell = (one: Given): Reason => ({
    ...{ assignment: one.id, role: one.role, project: one.project, via: one.via ? 'group' : 'direct' },
    groups: groupsShown ? one.path : [],
    by: (one.by && people.get(one.by)) ?? null,
    ...{ since: one.since, expiresAt: one.expiresAt, reason: one.reason },
  })
  return new Map(
    permissions.map((permission) => [
      permission,
      given.filter((one) => isReason(one, permission, place)).map(tell),
    ]),
  )
}

/** Whether this very assignment would be enough. */
function isReason({ permissions, project }: Given, permission: Permission, place: Place): boolean {
  const scope = project?.id ?? 'organization'
  return isAllowed([{ permissions, scope }], permission, place?.id)
}
