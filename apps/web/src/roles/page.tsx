import { Plus, UserSearch } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useHere } from '../organizations/here.ts'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { ExportMenu } from './export-menu.tsx'
import { NextStep } from './next-step.tsx'
import { PermissionsTable } from './permissions-table.tsx'
import { RoleList } from './role-list.tsx'
import { useRolesSearch } from './use-roles-search.ts'

const RolesDialogs = lazy(() => import('./dialogs.tsx').then((file) => ({ default: file.RolesDialogs })))

/** Roles and what they allow, at both levels (T8, C10). An address like `#role-admin` points at one of them. */
export function RolesPage() {
  const { organization, here, may } = useHere()
  const { search, set } = useRolesSearch()
  useTitle(`Roles · ${here.name}`)
  const to = { to: '/$organization/roles', params: { organization } } as const
  return (
    <>
      <PageHeader
        title="Roles and permissions"
        subtitle={
          <>
            What people may do in <bdi>{here.name}</bdi>, by the role they hold.
          </>
        }
        actions={
          <>
            {may('members.read') && (
              <Button icon={UserSearch} onClick={() => set({ dialog: 'who', of: undefined })}>
                Who may…
              </Button>
            )}
            <ExportMenu />
            {may('roles.manage') && (
              <Button variant="primary" icon={Plus} onClick={() => set({ dialog: 'new', of: undefined })}>
                New role
              </Button>
            )}
          </>
        }
      />
      <div className="mb-4">
        <Tabs
          label="Levels"
          tabs={[
            { label: 'Organization', link: { ...to, search: {} }, current: search.level === undefined },
            {
              label: 'Projects',
              link: { ...to, search: { level: 'project' } },
              current: search.level === 'project',
            },
          ]}
        />
      </div>
      {here.policies.managedBy === 'owners' && search.level === undefined && (
        <div className="mb-6">
          <Callout>
            Only owners manage members and invitations in {here.name}, so the other roles hold none of those
            permissions here.
          </Callout>
        </div>
      )}
      <NextStep />
      <RoleList />
      <PermissionsTable />
      {search.dialog && (
        <Suspense>
          <RolesDialogs />
        </Suspense>
      )}
    </>
  )
}
