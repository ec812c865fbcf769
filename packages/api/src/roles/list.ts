import { isElevated, mayGrant, type Permission, Refusal, roleOrder } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { membersByRole, organizationRoles, type RoleRef } from './store.ts'

/** A role as pickers and the role page show it. */
export interface ListedRole extends RoleRef {
  readonly description: string
  readonly level: 'organization'
  readonly permissions: readonly Permission[]
  /** How many members hold it. */
  readonly members: number
  /** Whether giving it deserves a warning and a confirmation. */
  readonly elevated: boolean
  /** Whether the caller may give it or take it away. */
  readonly offered: boolean
  /** Why not, as the commands would say it. */
  readonly refusal: string | null
}

/** The roles at the organization, least powerful first, each with what it allows and whether the caller may give it. */
export const listRoles = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization, held }): Promise<readonly ListedRole[]> {
    const roles = await organizationRoles(db, organization)
    const members = await membersByRole(
      db,
      roles.map((role) => role.id),
    )
    return [...roles].sort(roleOrder).map((role) => {
      const granted = mayGrant(held, role.permissions)
      return {
        id: role.id,
        key: role.key,
        name: role.name,
        description: role.description,
        level: 'organization',
        permissions: [...role.permissions],
        members: members.get(role.id) ?? 0,
        elevated: isElevated(role),
        offered: granted === true,
        refusal: granted instanceof Refusal ? granted.message : null,
      }
    })
  },
})
