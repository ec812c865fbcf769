import { RefusedList } from '../pages/refused-list.tsx'
import { Callout } from '../ui/callout.tsx'
import { counted } from '../ui/number.ts'
import type { Applied, Outcome } from './types.ts'

export type Result = {
  done: readonly Applied[]
  refused: readonly { id: string; name: string; reason: string }[]
}

/** What became of each change; `names` in the order in which they were asked for. */
export function resultOf(outcomes: readonly Outcome[], names: readonly string[]): Result {
  return {
    done: outcomes.flatMap((one) => (one.ok && one.result.changed ? [one.result] : [])),
    refused: outcomes.flatMap((one, at) =>
      one.ok ? [] : [{ id: String(at), name: names[at] ?? '', reason: one.refusal.message }],
    ),
  }
}

/** What was assigned and what was not, with the reasons. */
export function ResultPanel({ result: { done, refused } }: { result: Result }) {
  return (
    <div className="flex flex-col gap-3">
      {done.length > 0 && (
        <Callout
          meaning="success"
          announced
          title={`${counted(done.length, 'role was', 'roles were')} changed`}
        >
          It holds from now on, also for whoever is signed in.
        </Callout>
      )}
      {refused.length > 0 && (
        <Callout
          meaning="warning"
          announced
          title={`${counted(refused.length, 'change was', 'changes were')} not made`}
        >
          <RefusedList refused={refused} />
        </Callout>
      )}
    </div>
  )
}
