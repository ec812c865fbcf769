import type { MemberId, RoleId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { ListedRole, Member } from './types.ts'
import { useMembersChanged } from './use-members-changed.ts'

type Changed = { member: MemberId; role: { name: string }; undo: { role: RoleId } }

/** Changes roles, says so, and offers the way back. */
export function useChangeRoles() {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const changed = useMembersChanged()
  const mutation = trpc.members.changeRoles.useMutation({ onSettled: () => void changed() })

  /** Undo: each gets the role back that they had. */
  async function takeBack(done: readonly Changed[]) {
    const byRole = Map.groupBy(done, ({ undo }) => undo.role)
    try {
      let refused = 0
      for (const [role, people] of byRole) {
        const members = people.map(({ member }) => member)
        const outcomes = await utils.client.members.changeRoles.mutate({
          organization,
          members,
          role,
          reason: 'A change was taken back',
        })
        refused += outcomes.filter(({ ok }) => !ok).length
      }
      if (refused === 0) notify({ message: 'Undone: everyone has their former role again.' })
      else {
        const people = counted(refused, 'person keeps', 'people keep')
        notify({ message: `Not all of it could be undone: ${people} the new role.`, meaning: 'warning' })
      }
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
    } finally {
      await changed()
    }
  }

  /** The outcomes, one for each member in order; undefined when the call failed as a whole. */
  async function give(members: readonly Member[], role: ListedRole, reason: string) {
    const outcomes = await mutation
      .mutateAsync({
        organization,
        members: members.map(({ member }) => member),
        role: role.id,
        reason: reason.trim() || undefined,
      })
      .catch(() => undefined)
    const done = outcomes?.flatMap((outcome) => (outcome.ok ? [outcome.result] : [])) ?? []
    if (done.length > 0) {
      const [only] = members
      const who = members.length === 1 && only ? only.name : counted(done.length, 'person', 'people')
      notify({
        message: `${who} ${done.length === 1 ? 'has' : 'have'} the role ${role.name} now.`,
        undo: () => void takeBack(done),
      })
    }
    return outcomes
  }

  return { give, isPending: mutation.isPending, error: mutation.error }
}
