import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Callout } from '../ui/callout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PermissionsTable } from './permissions-table.tsx'
import { RoleEntry } from './role-entry.tsx'

/** The reference of roles and permissions (T8). An address like `#role-admin` points at one of them. */
export function RolesPage() {
  const { here, may } = useHere()
  useTitle(`Roles · ${here.name}`)
  return (
    <>
      <PageHeader
        title="Roles and permissions"
        subtitle={`What people may do in ${here.name}, by the role they hold.`}
      />
      {here.policies.managedBy === 'owners' && (
        <div className="mb-6">
          <Callout>
            Only owners manage members and invitations in {here.name}, so the other roles hold none of those
            permissions here.
          </Callout>
        </div>
      )}
      <Roles seesMembers={may('members.read')} />
    </>
  )
}

function Roles({ seesMembers }: { seesMembers: boolean }) {
  const { organization, here } = useHere()
  const [roles] = trpc.roles.list.useSuspenseQuery({ organization })
  return (
    <>
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
              own={role.id === here.role.id}
              linked={seesMembers}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="permissions">
        <h2 id="permissions" className="mb-3 font-semibold text-lg">
          Permissions
        </h2>
        <PermissionsTable roles={roles} own={here.role.id} />
      </section>
    </>
  )
}
