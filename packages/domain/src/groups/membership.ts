import type { Instant, ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { decide, type HeldAssignment, mayGrant } from '../roles/decide.ts'
import type { Permission } from '../roles/permissions.ts'

/** What a group gives to whoever is in it: its own assignments and those of every group around it. */
export type Given = {
  readonly permissions: Iterable<Permission>
  /** Null at the organization. */
  readonly project: ProjectId | null
}

type Held = Pick<HeldAssignment, 'permissions' | 'scope'>

/**
 * Putting somebody into a group gives them everything the group gives, and taking them out takes it away: each of
 * it must be the giver's own (`beyond-your-own`).
 */
export function mayGiveAll(held: readonly Held[], given: readonly Given[]): true | Refusal {
  for (const { permissions, project } of given) {
    const allowed = mayGrant(held, permissions, project ?? undefined)
    if (allowed !== true) return allowed
  }
  return true
}

/**
 * The same when the giver is among those who get it: what they hold through another group, or for a shorter time, is
 * not theirs to make lasting for themself (`beyond-your-own`).
 */
export function mayGiveOneself(
  held: readonly Pick<HeldAssignment, 'permissions' | 'scope' | 'via' | 'expiresAt'>[],
  given: readonly (Given & { readonly expiresAt: Instant | null })[],
): true | Refusal {
  for (const one of given) {
    const until = one.expiresAt ?? Number.POSITIVE_INFINITY
    const lasting = held.filter(
      ({ via, expiresAt }) => via === null && (expiresAt ?? Number.POSITIVE_INFINITY) >= until,
    )
    const allowed = mayGiveAll(lasting, [one])
    if (allowed !== true) return allowed
  }
  return true
}

/** Who is in a group is decided by those who manage groups and by its own managers; else `not-permitted`. */
export function mayChangeMembers(
  held: readonly Held[],
  { isManager }: { readonly isManager: boolean },
): true | Refusal {
  if (isManager) return true
  const decided = decide(held, 'groups.manage')
  return decided instanceof Refusal ? decided : true
}
