import type { GroupId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { LosingDialog } from './losing-dialog.tsx'
import type { GroupDetails } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'

type UnnestDialogProps = { group: GroupDetails; child: GroupId; onClose: () => void }

/** Asks once more before a group is taken out of another one, and says who loses what. */
export function UnnestDialog({ group, child, onClose }: UnnestDialogProps) {
  const { organization } = useHere()
  const changed = useGroupsChanged()
  const undoCall = useUndoCall()
  const inner = trpc.groups.get.useQuery({ organization, group: child })
  const losses = trpc.groups.losses.useQuery({ organization, group: group.id, child })
  const name = inner.data?.name ?? '…'
  const unnest = trpc.groups.unnest.useMutation({
    async onSuccess({ change }) {
      await changed()
      notify({
        message: `${name} taken out of ${group.name}.`,
        undo: change ? () => void undoCall(change) : undefined,
      })
      onClose()
    },
  })
  return (
    <LosingDialog
      title={
        <>
          Take <bdi>{name}</bdi> out of <bdi>{group.name}</bdi>?
        </>
      }
      losses={losses.data}
      error={losses.error ?? unnest.error}
      confirmLabel="Take group out"
      pending={unnest.isPending}
      onConfirm={() => unnest.mutate({ organization, group: group.id, child })}
      onClose={onClose}
    />
  )
}
