import {
  builtInRole,
  type OrganizationPolicies,
  PERMISSIONS,
  type Permission,
  permissionsOf,
} from '@roster/domain'
import { roleTerms } from '../platform/role-terms.ts'
import type { LastRole } from './last-roles.ts'

/** A role as somebody understands it who has never seen Roster. */
export interface RoleInWords {
  readonly name: string
  readonly description: string
  /** Each ends "You will be able to …". */
  readonly can: readonly string[]
  /** Each ends "You will not be able to …". */
  readonly cannot: readonly string[]
}

/**
 * Built-in roles have words of their own, as long as the policies leave them whole; any other role is told
 * permission by permission.
 */
export function roleInWords(
  { role, level, description, ...row }: LastRole,
  policies: OrganizationPolicies,
): RoleInWords {
  const terms = roleTerms({ level, ...row })
  const permissions = permissionsOf(terms, policies)
  const builtIn = terms.key && builtInRole(level, terms.key)
  return builtIn && builtIn.permissions.size === permissions.size
    ? { name: role.name, description, can: builtIn.can, cannot: builtIn.cannot }
    : { name: role.name, description, can: [...permissions].map(inSentence), cannot: [] }
}

function inSentence(permission: Permission): string {
  const words = PERMISSIONS[permission]
  return words.charAt(0).toLowerCase() + words.slice(1)
}
