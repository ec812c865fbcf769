import type { AppRouter } from '@roster/api'
import { useNavigate } from '@tanstack/react-router'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { count, counted } from '../ui/number.ts'
import { useProjectLabel } from './label.ts'
import { whyNotThere } from './project-menu.ts'
import type { Project } from './types.ts'
import { useProjectsChanged } from './use-projects-changed.ts'

/** Ends the project for everybody, once its name has been typed. What is lost is named first. */
export function DeleteProject({ project }: { project: Project }) {
  const { one } = useProjectLabel()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="danger"
        disabledReason={whyNotThere(project, 'project.delete')}
        onClick={() => setAsking(true)}
      >
        Delete {one}
      </Button>
      {asking && <Asking project={project} onClose={() => setAsking(false)} />}
    </>
  )
}

function Asking({ project, onClose }: { project: Project; onClose: () => void }) {
  const { organization } = useHere()
  const { one } = useProjectLabel()
  const navigate = useNavigate()
  const changed = useProjectsChanged()
  const undoCall = useUndoCall()
  const at = { organization, project: project.id }
  const preview = trpc.projects.deletionPreview.useQuery(at)
  const remove = trpc.projects.delete.useMutation({
    async onSuccess({ change }) {
      notify({ message: `${project.name} is deleted.`, undo: () => void undoCall(change) })
      await navigate({ to: '/$organization/projects', params: { organization } })
      await changed()
    },
  })
  const lost = preview.data
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${project.name}?`}
      typedWord={project.name}
      losses={lost && lossesOf(lost)}
      confirmLabel={`Delete ${one}`}
      pending={remove.isPending}
      refusal={
        remove.error ? sentenceOf(remove.error) : preview.error ? sentenceOf(preview.error) : undefined
      }
      onConfirm={() => lost && remove.mutate({ ...at, confirm: project.name })}
    >
      <p>
        {lost
          ? `Nobody leaves the organization, and the audit trail stays. Archive the ${one} instead if it may be needed again.`
          : 'Looking at what would be lost …'}
      </p>
    </ConfirmDialog>
  )
}

type Lost = inferRouterOutputs<AppRouter>['projects']['deletionPreview']

function lossesOf({ members, people, groups, groupsNamed, invitations }: Lost): readonly string[] {
  return [
    ...(members > 0 ? [`The roles of ${counted(members, 'person', 'people')}${among(people, members)}`] : []),
    ...(groups > 0
      ? [
          `The roles of ${counted(groups, 'group', 'groups')}${among(groupsNamed, groups)}, and of everybody in them`,
        ]
      : []),
    ...(invitations > 0
      ? [`What ${counted(invitations, 'open invitation', 'open invitations')} would have given here`]
      : []),
    'Its name, description and settings',
  ]
}

/** ": Ada Lovelace, Grace Hopper and 3 others". */
function among(named: readonly { name: string }[], all: number): string {
  if (named.length === 0) return ''
  const names = named.map(({ name }) => name).join(', ')
  const others = all - named.length
  return others > 0 ? `: ${names} and ${count(others)} more` : `: ${names}`
}
