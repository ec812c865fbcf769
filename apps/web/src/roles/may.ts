import {
  mayDeleteRole,
  mayEditPermissions,
  mayGrant,
  mayRenameRole,
  type Permission,
  Refusal,
} from '@roster/domain'
import type { ListedRole } from './types.ts'

type About = Pick<ListedRole, 'key' | 'terms'>

/*
 * Why the reader may not do something to a role, in the words of the rule that the server asks too; undefined when
 * they may. `permissions` is what the reader holds in the whole organization.
 */

/** For making a role at all. */
export function whyNotCreate(permissions: readonly Permission[]): string | undefined {
  return sentence(mayGrant(holding(permissions), ['roles.manage']) === true || new Refusal('not-permitted'))
}

/** For changing its name or description. */
export function whyNotEdit(role: About, permissions: readonly Permission[]): string | undefined {
  return (
    whyNotCreate(permissions) ??
    sentence(mayRenameRole(role)) ??
    sentence(mayGrant(holding(permissions), role.terms))
  )
}

/** For changing what it allows. */
export function whyNotPick(role: About): string | undefined {
  return sentence(mayEditPermissions(role))
}

/** For deleting it, another one given to be put in its place. */
export function whyNotDelete(role: About, permissions: readonly Permission[]): string | undefined {
  return (
    whyNotCreate(permissions) ??
    sentence(mayDeleteRole({ key: role.key, holders: 0 })) ??
    sentence(mayGrant(holding(permissions), role.terms))
  )
}

/** For picking this permission for a role. */
export function whyNotGrant(permission: Permission, permissions: readonly Permission[]): string | undefined {
  return sentence(mayGrant(holding(permissions), [permission]))
}

const holding = (permissions: readonly Permission[]) => [
  { permissions: new Set(permissions), scope: 'organization' } as const,
]

function sentence(answer: true | Refusal): string | undefined {
  return answer === true ? undefined : answer.message
}
