import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { Applied, AssignInput, Outcome } from './types.ts'

/** Reads again whatever a change to who holds what shows up in. */
export function useAssignmentsChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return () => utils.invalidate()
}

/** Assigns what was previewed, and takes it back. */
export function useAssign() {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const changed = useAssignmentsChanged()
  const mutation = trpc.assignments.assign.useMutation({ onSettled: () => void changed() })

  /** The outcomes in order; undefined when the call failed as a whole. */
  async function assign(input: AssignInput): Promise<readonly Outcome[] | undefined> {
    return mutation.mutateAsync(input).catch(() => undefined)
  }

  /** Asks for the inverse of everything that was changed, the last change first. */
  async function takeBack(done: readonly Applied[]): Promise<void> {
    const changes = done.flatMap(({ changed: was, undo }) => (was ? [undo] : [])).reverse()
    try {
      const outcomes = await utils.client.assignments.assign.mutate({ organization, changes })
      const left = outcomes.filter(({ ok }) => !ok).length
      if (left === 0) notify({ message: 'Undone: everything is as it was before.' })
      else {
        const roles = counted(left, 'role stays', 'roles stay')
        notify({ message: `Not all of it could be undone: ${roles} as assigned.`, meaning: 'warning' })
      }
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
    } finally {
      await changed()
    }
  }

  return { assign, takeBack, isPending: mutation.isPending, error: mutation.error }
}
