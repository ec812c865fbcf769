import { mayGrant, orThrow, validRolePermissions } from '@roster/domain'
import { z } from 'zod'
import { command } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { freeRoleName } from './found.ts'
import { PermissionNames, RoleDescription, RoleName } from './input.ts'

/**
 * Makes a custom role. Nobody makes one that allows more than they hold themselves in the whole organization, for
 * it may be held anywhere in it (`beyond-your-own`). Refuses with `name-taken`, `invalid-input` for no permission or
 * an unknown one, and `role-level-mismatch` for one that is never held at projects.
 */
export const createRole = command({
  permission: 'roles.manage',
  records: 'role.created',
  input: inOrganization({
    level: z.enum(['organization', 'project']),
    name: RoleName,
    description: RoleDescription.default(''),
    permissions: PermissionNames,
  }),
  async run({ tx, organization, actor, held, now, newId }, { level, name, description, permissions }) {
    const allowed = [...orThrow(validRolePermissions(level, permissions))]
    orThrow(mayGrant(held, allowed))
    const free = await freeRoleName(tx, organization.id, { level, name, of: null })
    const id = newId('rol')
    await tx
      .insertInto('role')
      .values({
        id,
        organization_id: organization.id,
        level,
        key: null,
        name: free,
        description,
        permissions: JSON.stringify(allowed),
        created_at: now,
        created_by: actor.id,
        until: null,
      })
      .execute()
    return {
      result: { role: id },
      audit: { target: { kind: 'role', id }, facts: { level, role_name: free, permissions: allowed } },
    }
  },
})
