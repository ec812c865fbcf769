import type { RowOutcome } from '@roster/domain'
import type { Plan } from './plan.ts'
import type { RowProblem } from './store.ts'

/** What a plan comes to, in a word. */
export function outcomeOf(plan: Plan): RowOutcome {
  if (plan.kind === 'refused') return 'refused'
  if (plan.kind === 'invite') return plan.invitee.supersedes.length > 0 ? 'reinvited' : 'invited'
  return plan.steps.length + plan.groups.length > 0 ? 'assigned' : 'unchanged'
}

/** Why a plan refuses, in the words of the rules. */
export function problemsOf(plan: Plan): readonly RowProblem[] {
  if (plan.kind !== 'refused') return []
  return plan.problems.map(({ field, refusal: { code, message } }) => ({ field, code, message }))
}
