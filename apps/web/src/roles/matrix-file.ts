import { csvLine, PERMISSIONS, type RoleLevel } from '@roster/domain'
import { permissionGroups } from './subjects.ts'
import type { ListedRole } from './types.ts'

type Exported = Pick<
  ListedRole,
  'id' | 'key' | 'name' | 'description' | 'permissions' | 'members' | 'places' | 'groups' | 'invitations'
>

/** The matrix as a table for spreadsheets: a line a permission, a column a role; safe to open. */
export function matrixCsv(level: RoleLevel, roles: readonly Exported[]): string {
  const lines = [
    csvLine(['Subject', 'Permission', 'Meaning', ...roles.map(({ name }) => name)]),
    csvLine(['Role', 'description', 'What it is for', ...roles.map(({ description }) => description)]),
    csvLine(['Role', 'held', 'How often people and groups hold it', ...roles.map(heldBy)]),
  ]
  for (const { title, permissions } of permissionGroups(level)) {
    for (const permission of permissions) {
      const allowed = roles.map((role) => (role.permissions.includes(permission) ? 'Yes' : 'No'))
      lines.push(csvLine([title, permission, PERMISSIONS[permission], ...allowed]))
    }
  }
  return lines.join('')
}

/** The same for programs. */
export function matrixJson(level: RoleLevel, roles: readonly Exported[]): string {
  const permissions = permissionGroups(level).flatMap((group) =>
    group.permissions.map((permission) => ({
      permission,
      subject: group.title,
      meaning: PERMISSIONS[permission],
    })),
  )
  const exported = roles.map(({ id, key, name, description, permissions, ...held }) => {
    const { members, places, groups, invitations } = held
    return { id, key, name, description, permissions, held: { members, places, groups, invitations } }
  })
  return `${JSON.stringify({ level, roles: exported, permissions }, null, 2)}\n`
}

function heldBy({ members, places, groups }: Exported): number {
  return members + places + groups
}
