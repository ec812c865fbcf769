import {
  type HeldAssignment,
  isElevated,
  mayGrant,
  type Permission,
  type ProjectId,
  Refusal,
  type RoleLevel,
  roleOrder,
} from '@roster/domain'
import { z } from 'zod'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import {
  NOBODY,
  type Role,
  type RoleRef,
  type RoleTotals,
  rolesAt,
  totalsByRole,
  type WithTerms,
} from './store.ts'

/** A role as pickers and the role page show it. */
export interface ListedRole extends RoleRef {
  readonly description: string
  readonly level: RoleLevel
  readonly permissions: readonly Permission[]
  /** What it allows by its terms, also what a policy keeps from it today. */
  readonly terms: readonly Permission[]
  /** How many members hold it at the organization. */
  readonly members: number
  /** How often people hold it in projects. */
  readonly places: number
  /** How often groups hold it. */
  readonly groups: number
  /** How many open invitations give it. */
  readonly invitations: number
  /** How many API keys have it as their ceiling. */
  readonly keys: number
  /** Whether giving it deserves a warning and a confirmation. */
  readonly elevated: boolean
  /** Whether the caller may give it or take it away. */
  readonly offered: boolean
  /** Why not, as the commands would say it. */
  readonly refusal: string | null
}

/**
 * The roles of a level, least powerful first, each with what it allows and whether the caller may give it: at the
 * project named, or everywhere.
 */
export const listRoles = query({
  permission: 'organization.read',
  input: inOrganization({
    level: z.enum(['organization', 'project']).default('organization'),
    project: IdOf('prj').optional(),
  }),
  async run({ db, organization, held, project }, { level }): Promise<readonly ListedRole[]> {
    const roles = await rolesAt(db, organization, level)
    const totals = await totalsByRole(
      db,
      organization.id,
      roles.map((role) => role.id),
    )
    const at = level === 'project' ? project?.id : undefined
    return [...roles].sort(roleOrder).map((role) => listedRole(role, totals.get(role.id) ?? NOBODY, held, at))
  },
})

/** A role as it is listed for somebody who holds this: whether they may give it at a project, or everywhere. */
export function listedRole(
  role: Role & WithTerms,
  totals: RoleTotals,
  held: readonly HeldAssignment[],
  project?: ProjectId,
): ListedRole {
  const granted = mayGrant(held, role.permissions, project)
  return {
    id: role.id,
    key: role.key,
    name: role.name,
    description: role.description,
    level: role.level,
    permissions: [...role.permissions],
    terms: [...role.terms],
    ...totals,
    elevated: isElevated(role),
    offered: granted === true,
    refusal: granted instanceof Refusal ? granted.message : null,
  }
}
