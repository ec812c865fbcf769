import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { sortOutcomes } from '../members/outcomes.ts'
import { useHere } from '../organizations/here.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import type { Refused } from '../pages/refused-list.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { LosingDialog } from './losing-dialog.tsx'
import type { GroupDetails, GroupPerson } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'

type TakeOutDialogProps = {
  group: Pick<GroupDetails, 'id' | 'name'>
  people: readonly Pick<GroupPerson, 'member' | 'name'>[]
  onClose: () => void
  onDone: (members: ReadonlySet<string>) => void
}

/** Asks once more before people are taken out of a group, and says who loses what. */
export function TakeOutDialog({ group, people, onClose, onDone }: TakeOutDialogProps) {
  const { organization } = useHere()
  // Whom it was opened for: whoever is taken out leaves the list behind it before it closes.
  const [asked] = useState(people)
  const members = asked.map(({ member }) => member)
  const losses = trpc.groups.losses.useQuery({ organization, group: group.id, members })
  const changed = useGroupsChanged()
  const undoCall = useUndoCall()
  const [refused, setRefused] = useState<readonly Refused[]>()
  const take = trpc.groups.removeMembers.useMutation({ onSettled: () => void changed() })
  const [first] = asked
  const who = asked.length === 1 && first ? first.name : counted(asked.length, 'person', 'people')

  async function submit() {
    const outcomes = await take.mutateAsync({ organization, group: group.id, members }).catch(() => undefined)
    if (!outcomes) return
    const { done, refused: left } = sortOutcomes(asked, outcomes)
    onDone(new Set(done.map(({ member }) => member)))
    if (left.length > 0) return setRefused(left)
    const change = done[0]?.change
    notify({
      message: `${who} taken out of ${group.name}.`,
      undo: change && (() => void undoCall(change)),
    })
    onClose()
  }

  if (refused) {
    return (
      <RefusedDialog
        title={`${counted(asked.length - refused.length, 'person', 'people')} taken out of ${group.name}`}
        left={`${counted(refused.length, 'person was', 'people were')} not taken out`}
        refused={refused}
        onClose={onClose}
      />
    )
  }
  return (
    <LosingDialog
      title={
        <>
          Take <bdi>{who}</bdi> out of <bdi>{group.name}</bdi>?
        </>
      }
      losses={losses.data}
      error={losses.error ?? take.error}
      confirmLabel="Take out"
      pending={take.isPending}
      onConfirm={() => void submit()}
      onClose={onClose}
    />
  )
}
