import type { ProjectId } from '../ids.ts'
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

/** What somebody holds in their own right: neither through a group nor for a time only. */
export function heldForGood<H extends Pick<HeldAssignment, 'via' | 'expiresAt'>>(held: readonly H[]): H[] {
  return held.filter(({ via, expiresAt }) => via === null && expiresAt === null)
}

/**
 * The same when one of those put in is the giver: what they hold through another group, or for a time only, is not
 * theirs to make their own (`beyond-your-own`).
 */
export function mayGiveOneself(held: readonly HeldAssignment[], given: readonly Given[]): true | Refusal {
  return mayGiveAll(heldForGood(held), given)
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
