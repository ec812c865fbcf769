import type { MemberId } from '@roster/domain'
import { skipToken } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { sortOutcomes } from '../members/outcomes.ts'
import { useHere } from '../organizations/here.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import type { Refused } from '../pages/refused-list.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { ChoosePeople } from './choose-people.tsx'
import { Gains } from './gains.tsx'
import type { Candidate, GroupDetails } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'

/** Puts people into a group: found by search, any number at once, with what they get said beforehand. */
export function AddPeopleDialog({ group, onClose }: { group: GroupDetails; onClose: () => void }) {
  const { organization } = useHere()
  const changed = useGroupsChanged()
  const undoCall = useUndoCall()
  const [chosen, setChosen] = useState<ReadonlyMap<MemberId, Candidate>>(new Map())
  const [refused, setRefused] = useState<readonly Refused[]>()
  const access = trpc.groups.access.useQuery(chosen.size > 0 ? { organization, group: group.id } : skipToken)
  const add = trpc.groups.addMembers.useMutation({ onSettled: () => void changed() })
  const people = [...chosen.values()]
  const [first] = people
  const who = people.length === 1 && first ? first.name : counted(people.length, 'person', 'people')
  const whyNot = group.refusal ?? (people.length === 0 ? 'Choose somebody first.' : undefined)

  async function submit() {
    if (whyNot !== undefined || add.isPending) return
    const members = people.map(({ member }) => member)
    const outcomes = await add.mutateAsync({ organization, group: group.id, members }).catch(() => undefined)
    if (!outcomes) return
    const { done, refused: left } = sortOutcomes(people, outcomes)
    if (left.length > 0) return setRefused(left)
    const change = done[0]?.change
    notify({ message: `${who} put into ${group.name}.`, undo: change && (() => void undoCall(change)) })
    onClose()
  }

  if (refused) {
    return (
      <RefusedDialog
        title={`${counted(people.length - refused.length, 'person', 'people')} put into ${group.name}`}
        left={`${counted(refused.length, 'person was', 'people were')} not put in`}
        refused={refused}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog
      open
      onOpenChange={() => !add.isPending && onClose()}
      guarded
      title={
        <>
          Add people to <bdi>{group.name}</bdi>
        </>
      }
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={add.isPending} disabledReason={whyNot}>
            {people.length === 0 ? 'Add people' : `Add ${counted(people.length, 'person', 'people')}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ChoosePeople group={group.id} chosen={chosen} onChange={setChosen} />
        {access.data && (
          <Gains access={access.data} who={people.length === 1 ? 'They get' : 'Each of them gets'} />
        )}
        {add.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(add.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
