import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { LosingDialog } from './losing-dialog.tsx'
import type { GroupDetails } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'

/** Asks once more before a group is deleted, and says what goes with it and who loses what. */
export function DeleteDialog({ group, onClose }: { group: GroupDetails; onClose: () => void }) {
  const { organization } = useHere()
  const navigate = useNavigate()
  const changed = useGroupsChanged()
  const undoCall = useUndoCall()
  const losses = trpc.groups.losses.useQuery({ organization, group: group.id })
  const remove = trpc.groups.delete.useMutation({
    async onSuccess({ change }) {
      notify({
        message: `${group.name} deleted.`,
        undo: change ? () => void undoCall(change) : undefined,
      })
      // Away first: the page of a group that is gone would be read again.
      await navigate({ to: '/$organization/groups', params: { organization } })
      await changed()
    },
  })
  const goes = [
    'Its name, its description and who manages it',
    ...(group.members > 0 ? [`The membership of ${counted(group.members, 'person', 'people')} in it`] : []),
    ...(group.groups > 0 ? [`The place of ${counted(group.groups, 'group', 'groups')} inside it`] : []),
    ...(group.projects > 0 ? [`${counted(group.projects, 'role', 'roles')} it holds`] : []),
    ...(group.inside.length > 0
      ? [`Its own place in ${counted(group.inside.length, 'other group', 'other groups')}`]
      : []),
  ]
  return (
    <LosingDialog
      title={
        <>
          Delete <bdi>{group.name}</bdi>?
        </>
      }
      losses={losses.data}
      error={losses.error ?? remove.error}
      confirmLabel="Delete group"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ organization, group: group.id, confirm: group.name })}
      onClose={onClose}
    >
      <div className="text-sm">
        <p className="font-medium">This is lost</p>
        <ul className="mt-1.5 flex list-disc flex-col gap-1 pl-5 text-ink-muted marker:text-danger-ink">
          {goes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p className="mt-2 text-ink-muted">The people and the groups inside stay in the organization.</p>
      </div>
    </LosingDialog>
  )
}
