import { Users } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Table } from '../ui/table.tsx'
import { groupColumns } from './group-columns.tsx'
import { groupMenu } from './group-menu.ts'
import { useProjectLabel } from './label.ts'
import type { Project, ProjectGroup } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'

const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const RemoveGroupDialog = lazy(() =>
  import('./remove-group-dialog.tsx').then((file) => ({ default: file.RemoveGroupDialog })),
)

/** The groups that hold a role in the project; everybody in them has it. */
export function ProjectGroups({ project }: { project: Project }) {
  const { organization, here, may } = useHere()
  const { search, set } = useProjectSearch()
  const { one } = useProjectLabel()
  const groups = trpc.projects.groups.useQuery({ organization, project: project.id })
  const linked = may('groups.read')
  const columns = useMemo(() => groupColumns(organization, linked), [organization, linked])
  if (groups.error && !groups.data) {
    return <NotLoaded what="groups" error={groups.error} onRetry={() => void groups.refetch()} />
  }
  const about = groups.data?.find(({ group }) => group.id === search.group)
  const managing = project.permissions.includes('project.members.manage') && !project.archived
  const close = () => set({ dialog: undefined, group: undefined })
  return (
    <>
      <Table<ProjectGroup>
        caption={`Groups in ${project.name}`}
        columns={columns}
        rows={groups.data}
        rowId={({ assignment }) => assignment}
        rowName={({ group }) => group.name}
        expected={Math.max(project.groups, 1)}
        menu={(row) => groupMenu(row, project, (dialog) => set({ dialog, group: row.group.id }))}
        empty={
          <EmptyState icon={Users} title={`No group has a role in this ${one}`}>
            Give a group of {here.name} a role, and everybody in it has that role here, for as long as they
            are in the group.
          </EmptyState>
        }
      />
      {about && managing && search.dialog === 'group-role' && (
        <Suspense>
          <AssignDialog
            subjects={[{ kind: 'group', ...about.group }]}
            projects={[{ id: project.id, name: project.name }]}
            title={`Change the role of ${about.group.name}`}
            onClose={close}
          />
        </Suspense>
      )}
      {about && managing && search.dialog === 'remove-group' && (
        <Suspense>
          <RemoveGroupDialog project={project} held={about} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
