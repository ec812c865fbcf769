import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import type { GroupDetails, GroupPerson } from './types.ts'
import { useGroupsChanged } from './use-groups-changed.ts'

/** Makes somebody in a group a manager of it, or takes that away; it can be taken back at once. */
export function useAppointing(group: Pick<GroupDetails, 'id' | 'name'>) {
  const { organization } = useHere()
  const changed = useGroupsChanged()
  const undoCall = useUndoCall()
  const call = trpc.groups.setManager.useMutation({
    onSettled: () => void changed(),
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
  })
  return ({ member, name }: Pick<GroupPerson, 'member' | 'name'>, manager: boolean) =>
    call.mutate(
      { organization, group: group.id, member, manager },
      {
        onSuccess: ({ change }) =>
          notify({
            message: manager
              ? `${name} manages ${group.name} now.`
              : `${name} no longer manages ${group.name}.`,
            undo: change ? () => void undoCall(change) : undefined,
          }),
      },
    )
}
