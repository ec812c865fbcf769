import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { Project, ProjectGroup } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'

type RemoveGroupDialogProps = { project: Project; held: ProjectGroup; onClose: () => void }

/** Takes a group's role in this project away; the group and its other roles stay. */
export function RemoveGroupDialog({ project, held, onClose }: RemoveGroupDialogProps) {
  const { organization } = useHere()
  const { group, role, members, groups } = held
  const changed = useProjectsChanged()
  const assign = trpc.assignments.assign.useMutation({ onSettled: () => void changed() })

  async function remove() {
    const change = { subject: { group: group.id }, project: project.id, role: null, from: role.id }
    const outcomes = await assign.mutateAsync({ organization, changes: [change] }).catch(() => undefined)
    const [outcome] = outcomes ?? []
    if (!outcome) return
    if (outcome.ok) {
      const { undo } = outcome.result
      notify({
        message: `${group.name} removed from ${project.name}.`,
        undo: () => assign.mutate({ organization, changes: [undo] }),
      })
    } else notify({ message: outcome.refusal.message, meaning: 'danger' })
    onClose()
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${group.name} from ${project.name}?`}
      losses={[
        `The role ${role.name} of ${counted(members, 'person', 'people')} in it${groups > 0 ? `, and of those in ${counted(groups, 'group', 'groups')} inside it` : ''}`,
      ]}
      confirmLabel="Remove"
      pending={assign.isPending}
      refusal={assign.error ? sentenceOf(assign.error) : undefined}
      onConfirm={() => void remove()}
    >
      <p>Whoever has a role here in person, or through another group, keeps that one.</p>
    </ConfirmDialog>
  )
}
