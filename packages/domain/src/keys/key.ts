import { plainName } from '../identity/name.ts'
import type { ApiKeyId, Instant, MemberId, ProjectId, RoleId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { BuiltInKey } from '../roles/built-in.ts'
import { decide, type HeldAssignment, mayGrant } from '../roles/decide.ts'
import type { RoleLevel } from '../roles/level.ts'
import type { Permission } from '../roles/permissions.ts'

/** How long a key lasts unless somebody says otherwise. */
export const KEY_EXPIRY_DAYS = 90
/** The longest end that may be asked for; null is for ever. */
export const MOST_KEY_DAYS = 3_650
/** How long the old secret stays good after a rotation, unless somebody says otherwise, and at the most. */
export const OVERLAP_HOURS = 24
export const MOST_OVERLAP_HOURS = 168
/** How many keys that work there may be: of one member, and in an organization. */
export const MOST_KEYS = { member: 100, organization: 1_000 } as const
/** How many service accounts an organization may have. */
export const MOST_SERVICE_ACCOUNTS = 500
/** How long before its end a key's owner is warned. */
export const KEY_WARNING_DAYS = 7

/** Whose key it is to be, or is: the caller's own, a service account's, or another person's. */
export type KeyOwnership = 'own' | 'service-account' | 'another'

/** Who asks: what they hold, under the ceiling of the key they came with if they came with one. */
export type KeyCaller = {
  readonly held: readonly HeldAssignment[]
  readonly key: ApiKeyId | null
}

/** The role that is to be a key's ceiling, with what it allows today. */
export type CeilingRole = {
  readonly id: RoleId
  readonly level: RoleLevel
  readonly key: BuiltInKey | null
  readonly permissions: Iterable<Permission>
}

/** A key as rules see it: what it allowed when it was made, since its role may allow all of it again. */
export type KeyTerms = {
  readonly id: ApiKeyId
  readonly ownership: KeyOwnership
  readonly project: ProjectId | null
  readonly permissions: Iterable<Permission>
}

/**
 * Whether somebody may make a key with this role as its ceiling, for themself or for a service account. Refuses with
 * `not-permitted`, `role-level-mismatch` (a project key has a role of projects), `owner-is-a-person`, and
 * `beyond-your-own`: the role must not allow more than the maker holds there at this moment, and the owner's role is
 * for owners.
 */
export function mayMakeKey(making: {
  readonly held: readonly HeldAssignment[]
  readonly ownership: KeyOwnership
  readonly role: CeilingRole
  readonly project: ProjectId | null
}): true | Refusal {
  const { held, ownership, role, project } = making
  const allowed = decide(held, ownership === 'own' ? 'keys.create' : 'keys.manage')
  if (allowed instanceof Refusal) return allowed
  if (ownership === 'another') return new Refusal('another-persons-key')
  if (role.level !== (project ? 'project' : 'organization'))
    return new Refusal('role-level-mismatch', { field: 'role' })
  if (role.level === 'organization' && role.key === 'owner') {
    if (ownership === 'service-account') return new Refusal('owner-is-a-person', { field: 'role' })
    if (!held.some((one) => one.role === role.id && one.scope === 'organization'))
      return new Refusal('beyond-your-own', { field: 'role' })
  }
  return mayGrant(held, role.permissions, project ?? undefined)
}

/**
 * What of its role a key allows when it is made: all, or what was chosen of it. Refuses with `invalid-input` where
 * nothing is left, or something is chosen that the role does not allow.
 */
export function scopesOf(
  role: Iterable<Permission>,
  chosen: readonly Permission[] | null,
): readonly Permission[] | Refusal {
  const allowed = new Set(role)
  if (chosen === null) return [...allowed]
  const beyond = chosen.find((permission) => !allowed.has(permission))
  if (beyond) return scopeRefused(`the role of this key does not allow ${beyond}`)
  return chosen.length === 0 ? scopeRefused('choose at least one') : [...new Set(chosen)]
}

/** The narrower permissions of a key that is there: `key-never-widens` for one that it does not allow already. */
export function narrowerScopes(
  kept: Iterable<Permission>,
  chosen: readonly Permission[],
): readonly Permission[] | Refusal {
  const allowed = new Set(kept)
  if (chosen.some((permission) => !allowed.has(permission)))
    return new Refusal('key-never-widens', { field: 'permissions' })
  return chosen.length === 0 ? scopeRefused('choose at least one, or revoke the key') : [...new Set(chosen)]
}

const scopeRefused = (reason: string) => new Refusal('invalid-input', { field: 'permissions', reason })

/**
 * Whether a key may end then: `expiry-in-the-past`, `expiry-out-of-range`, and `key-outlives` for a key that is made,
 * or given more time, by one that ends before it: whoever finds a key must not be able to stay.
 */
export function mayEndThen(asked: {
  readonly expiresAt: Instant | null
  /** When the key that the caller came with ends; null where it never does, or they came without one. */
  readonly callersEnd: Instant | null
  readonly now: Instant
}): true | Refusal {
  const { expiresAt, callersEnd, now } = asked
  if (expiresAt !== null && expiresAt <= now) return new Refusal('expiry-in-the-past', { field: 'expiresAt' })
  if (expiresAt !== null && expiresAt > now + MOST_KEY_DAYS * DAY)
    return new Refusal('expiry-out-of-range', { field: 'expiresAt', min: 1, max: MOST_KEY_DAYS })
  if (callersEnd === null) return true
  return expiresAt === null || expiresAt > callersEnd
    ? new Refusal('key-outlives', { field: 'expiresAt' })
    : true
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What people call a key: see `plainName`. */
export function keyName(text: string): string | Refusal {
  return plainName(text)
}

/** Up to which ends there is something to warn of now. */
export function warnsOfKeyFrom(now: Instant): Instant {
  return now + KEY_WARNING_DAYS * DAY
}

/** Whether it is time to warn of a key's end: in its last week, unless it was made for no longer than that. */
export function warnsOfKeyEnd(
  key: { readonly since: Instant; readonly expiresAt: Instant },
  now: Instant,
): boolean {
  const week = KEY_WARNING_DAYS * DAY
  return key.expiresAt > now && key.expiresAt - now <= week && key.expiresAt - key.since > week
}

/** Until when the old secret is good after a rotation. */
export function overlapEnd(hours: number, now: Instant): Instant {
  return now + hours * HOUR
}

/** Whether somebody may see a key: their own, or everybody's with `keys.manage`. */
export function maySeeKey({ held }: KeyCaller, { ownership }: Pick<KeyTerms, 'ownership'>): boolean {
  return ownership === 'own' || !(decide(held, 'keys.manage') instanceof Refusal)
}

/** Whether somebody may call a key differently, narrow it, or have it end earlier (`not-permitted`). */
export function mayNarrowKey(
  { held }: KeyCaller,
  { ownership }: Pick<KeyTerms, 'ownership'>,
): true | Refusal {
  const allowed = decide(held, ownership === 'own' ? 'keys.create' : 'keys.manage')
  return allowed instanceof Refusal ? allowed : true
}

/**
 * Whether somebody may have a new secret of a key, or give it more time. Whoever sees a secret can do what it opens, so
 * another person's key is theirs alone (`another-persons-key`), and a service account's, like any but their own one to
 * whoever comes with a key, must not allow more than they hold (`beyond-your-own`). A key may always renew itself.
 */
export function mayRenewKey(caller: KeyCaller, key: KeyTerms): true | Refusal {
  if (caller.key === key.id) return true
  if (key.ownership === 'another') {
    const seen = decide(caller.held, 'keys.manage')
    return seen instanceof Refusal ? seen : new Refusal('another-persons-key')
  }
  const allowed = mayNarrowKey(caller, key)
  if (allowed instanceof Refusal) return allowed
  if (key.ownership === 'own' && caller.key === null) return true
  return mayGrant(caller.held, key.permissions, key.project ?? undefined)
}

/** Whether somebody may end a key: people their own always, a key itself, others with `keys.manage` (`not-permitted`). */
export function mayRevokeKey(caller: KeyCaller, key: Pick<KeyTerms, 'id' | 'ownership'>): true | Refusal {
  if (caller.key === key.id) return true
  return key.ownership === 'own' && caller.key === null ? true : mayNarrowKey(caller, key)
}

/** Whose key it is, for whoever looks at it. */
export function ownershipOf(
  caller: MemberId,
  owner: { readonly member: MemberId; readonly service: boolean },
): KeyOwnership {
  if (owner.member === caller) return 'own'
  return owner.service ? 'service-account' : 'another'
}
