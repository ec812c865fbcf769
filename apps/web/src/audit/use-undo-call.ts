import type { ChangeId } from '@roster/domain'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'

/** Takes back everything that one call did and has a way back, and says how it went. */
export function useUndoCall(): (change: ChangeId) => Promise<void> {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  return async (change) => {
    try {
      const entries = await utils.client.audit.undoableOfCall.query({ organization, change })
      if (entries.length === 0) throw new Error('The call left nothing to undo.')
      notify(sayUndone(await undoAll((some) => utils.client.audit.undo.mutate(some), organization, entries)))
    } catch (error) {
      notify({ message: sentenceOf(error), meaning: 'danger' })
    } finally {
      await utils.invalidate()
    }
  }
}

/** As many as the server takes in one call. */
const AT_ONCE = 1_000

type Outcome = { ok: true } | { ok: false; refusal: { message: string } }
type Undo = (input: { organization: string; entries: number[] }) => Promise<readonly Outcome[]>

/** Undoes any number of entries, the newest first: what was built on something else goes before it. */
export async function undoAll(
  undo: Undo,
  organization: string,
  entries: readonly number[],
): Promise<readonly Outcome[]> {
  const newestFirst = entries.toSorted((a, b) => b - a)
  const outcomes: Outcome[] = []
  for (let from = 0; from < newestFirst.length; from += AT_ONCE) {
    outcomes.push(...(await undo({ organization, entries: newestFirst.slice(from, from + AT_ONCE) })))
  }
  return outcomes
}

/** What is said in passing afterwards; the first reason where not all of it came back. */
export function sayUndone(outcomes: readonly Outcome[]) {
  const refused = outcomes.flatMap((one) => (one.ok ? [] : [one.refusal.message]))
  const [reason] = refused
  if (reason === undefined) return { message: 'Undone: it is as it was before.' }
  const left =
    outcomes.length === 1
      ? 'It was not undone.'
      : `${counted(refused.length, 'change was', 'changes were')} not undone.`
  return { message: `${left} ${reason}`, meaning: 'warning' as const }
}
