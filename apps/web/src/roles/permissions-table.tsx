import { useHere } from '../organizations/here.ts'
import { OneRole } from './one-role.tsx'
import { RoleMatrix } from './role-matrix.tsx'
import { permissionGroups } from './subjects.ts'
import { useRoles } from './use-roles.ts'

/** What each role of the level allows today. */
export function PermissionsTable() {
  const { here } = useHere()
  const { roles, level } = useRoles()
  const groups = permissionGroups(level)
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions" className="mb-3 font-semibold text-lg">
        Permissions
      </h2>
      <RoleMatrix roles={roles} groups={groups} />
      <OneRole key={level} roles={roles} groups={groups} own={here.role.id} />
    </section>
  )
}
