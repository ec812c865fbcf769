import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import { type Refused, RefusedList } from '../pages/refused-list.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { count, counted } from '../ui/number.ts'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { sortOutcomes } from './outcomes.ts'
import { RemovalLosses } from './removal-losses.tsx'
import type { Member } from './types.ts'
import { useMembersChanged } from './use-members-changed.ts'

type RemoveDialogProps = {
  members: readonly Member[]
  onClose: () => void
  onDone: (members: ReadonlySet<string>) => void
}

/** Asks once more before people lose their membership, says what is lost, and leaves out who is protected. */
export function RemoveDialog({ members, onClose, onDone }: RemoveDialogProps) {
  const { organization, here } = useHere()
  // Whom it was opened for: a removed person leaves the list behind it before it closes.
  const [asked] = useState(members)
  const ids = asked.map(({ member }) => member)
  const preview = trpc.members.removalPreview.useQuery({ organization, members: ids })
  const changed = useMembersChanged()
  const undoCall = useUndoCall()
  const remove = trpc.members.remove.useMutation({ onSettled: () => void changed() })
  const [result, setResult] = useState<{ removed: number; refused: readonly Refused[] }>()

  const leaving = preview.data?.filter(({ refusal }) => refusal === null) ?? []
  const staying = (preview.data ?? []).flatMap(({ member, name, refusal }) =>
    refusal ? [{ id: member, name, reason: refusal.message }] : [],
  )
  const [only] = asked
  const alone = asked.length === 1 ? only : undefined

  async function submit() {
    if (whyNot !== undefined || remove.isPending) return
    const members = leaving.map(({ member }) => member)
    const outcomes = await remove.mutateAsync({ organization, members }).catch(() => undefined)
    if (!outcomes) return
    const { done, refused } = sortOutcomes(leaving, outcomes)
    onDone(new Set(done.map(({ member }) => member)))
    if (refused.length > 0) return setResult({ removed: done.length, refused })
    const change = done[0]?.change
    notify({
      message: `${alone ? alone.name : counted(done.length, 'person', 'people')} removed.`,
      undo: change && (() => void undoCall(change)),
    })
    onClose()
  }

  if (result) {
    return (
      <RefusedDialog
        title={`${counted(result.removed, 'person', 'people')} removed from ${here.name}`}
        refused={result.refused}
        left={`${counted(result.refused.length, 'person was', 'people were')} not removed`}
        onClose={onClose}
      />
    )
  }
  const whyNot = preview.isPending
    ? 'Wait until it is known what is lost.'
    : leaving.length === 0
      ? (staying[0]?.reason ?? 'They are not members any more.')
      : undefined
  const error = preview.error ?? remove.error

  return (
    <Dialog
      open
      onOpenChange={() => !remove.isPending && onClose()}
      role="alertdialog"
      guarded
      title={
        <>
          Remove {alone ? <bdi>{alone.name}</bdi> : `${count(asked.length)} people`} from {here.name}?
        </>
      }
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" pending={remove.isPending} disabledReason={whyNot}>
            {alone ? 'Remove member' : `Remove ${counted(leaving.length, 'person', 'people')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {preview.isPending && <SkeletonLines lines={Math.min(asked.length + 2, 6)} />}
        {staying.length > 0 && (
          <Callout
            meaning="warning"
            title={alone ? undefined : `${counted(staying.length, 'person stays', 'people stay')}`}
          >
            <RefusedList refused={staying} />
          </Callout>
        )}
        {leaving.length > 0 && <RemovalLosses people={leaving} alone={alone !== undefined} />}
        {error && (
          <Callout meaning="danger" announced>
            {sentenceOf(error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
