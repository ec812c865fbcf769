import type { ProjectId } from '@roster/domain'
import { skipToken } from '@tanstack/react-query'
import { trpc } from '../api/client.ts'
import { AssignDialog } from '../assignments/assign-dialog.tsx'
import { useHere } from '../organizations/here.ts'
import type { GroupDetails } from './types.ts'

type AssignToGroupProps = {
  group: GroupDetails
  /** The project it already holds a role in, to change it there. */
  at: ProjectId | undefined
  onClose: () => void
}

/** Gives a group roles in projects, or changes the one it holds; the preview says what that does to its people. */
export function AssignToGroup({ group, at, onClose }: AssignToGroupProps) {
  const { organization } = useHere()
  const access = trpc.groups.access.useQuery(at ? { organization, group: group.id } : skipToken)
  if (at && access.isPending) return null
  const project = access.data?.items.find((one) => one.project?.id === at)?.project
  return (
    <AssignDialog
      title={`What ${group.name} holds`}
      subjects={[{ kind: 'group', id: group.id, name: group.name }]}
      projects={project ? [{ id: project.id, name: project.name }] : []}
      onClose={onClose}
    />
  )
}
