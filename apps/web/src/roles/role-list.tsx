import { useHere } from '../organizations/here.ts'
import { RoleEntry } from './role-entry.tsx'
import { useRoles } from './use-roles.ts'
import { useRolesSearch } from './use-roles-search.ts'

/** The roles of the level, each with what it is for and how often it is held. */
export function RoleList() {
  const { organization, here } = useHere()
  const { roles } = useRoles()
  const { search, set } = useRolesSearch()
  return (
    <section aria-labelledby="roles" className="mb-8">
      <h2 id="roles" className="mb-3 font-semibold text-lg">
        Roles
      </h2>
      <ul className="divide-y divide-line overflow-clip rounded-card border border-line bg-surface">
        {roles.map((role) => (
          <RoleEntry
            key={role.id}
            role={role}
            organization={organization}
            search={search}
            own={role.id === here.role.id}
            permissions={here.permissions}
            onOpen={(dialog) => set({ dialog, of: role.id })}
          />
        ))}
      </ul>
    </section>
  )
}
