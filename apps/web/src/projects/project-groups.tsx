import { Users } from 'lucide-react'
import { useMemo } from 'react'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { NotLoaded } from '../pages/not-loaded.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Table } from '../ui/table.tsx'
import { groupColumns } from './group-columns.tsx'
import { useProjectLabel } from './label.ts'
import type { Project, ProjectGroup } from './types.ts'

/** The groups that hold a role in the project; everybody in them has it. */
export function ProjectGroups({ project }: { project: Project }) {
  const { organization, here } = useHere()
  const { one } = useProjectLabel()
  const groups = trpc.projects.groups.useQuery({ organization, project: project.id })
  const columns = useMemo(() => groupColumns(), [])
  if (groups.error && !groups.data) {
    return <NotLoaded what="groups" error={groups.error} onRetry={() => void groups.refetch()} />
  }
  return (
    <Table<ProjectGroup>
      caption={`Groups in ${project.name}`}
      columns={columns}
      rows={groups.data}
      rowId={({ assignment }) => assignment}
      rowName={({ group }) => group.name}
      expected={Math.max(project.groups, 1)}
      empty={
        <EmptyState icon={Users} title={`No group has a role in this ${one}`}>
          Give a group of {here.name} a role, and everybody in it has that role here, for as long as they are
          in the group.
        </EmptyState>
      }
    />
  )
}
