import { plainName } from '../identity/name.ts'
import { Refusal } from '../refusal.ts'
import type { BuiltInKey } from '../roles/built-in.ts'
import { type HeldAssignment, mayChangeRole, mayGrant } from '../roles/decide.ts'
import type { RoleLevel } from '../roles/level.ts'
import type { Permission } from '../roles/permissions.ts'

/** Longest description of a service account, in characters. */
export const LONGEST_ACCOUNT_DESCRIPTION = 500

/** What people call a service account: see `plainName`. */
export function accountName(text: string): string | Refusal {
  return plainName(text)
}

type Given = {
  readonly level: RoleLevel
  readonly key: BuiltInKey | null
  readonly permissions: Iterable<Permission>
}

/**
 * Whether a service account may hold this role at the organization from now on instead of `from`, which is null when
 * it is made: `role-level-mismatch`, `owner-is-a-person`, and `beyond-your-own` for whatever is given or taken away
 * that the giver does not hold. By its own key it never rises.
 */
export function mayGiveAccountRole(change: {
  readonly held: readonly HeldAssignment[]
  readonly from: Iterable<Permission> | null
  readonly to: Given
  readonly own: boolean
}): true | Refusal {
  const { held, from, to, own } = change
  if (to.level !== 'organization') return new Refusal('role-level-mismatch', { field: 'role' })
  if (to.key === 'owner') return new Refusal('owner-is-a-person', { field: 'role' })
  const given = mayChangeRole({ held, from: from ?? [], to: to.permissions })
  if (given instanceof Refusal || !own || from === null) return given
  return mayGrant([{ permissions: new Set(from), scope: 'organization' }], to.permissions)
}
