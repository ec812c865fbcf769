import type { Refused } from '../pages/refused-list.tsx'

/** What a bulk call answers for one item. */
type Outcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly refusal: { readonly message: string } }

/** What was done, and to whom it was not; `asked` in the order in which they were asked for. */
export function sortOutcomes<Result>(
  asked: readonly { member: string; name: string }[],
  outcomes: readonly Outcome<Result>[],
): { done: readonly Result[]; refused: readonly Refused[] } {
  const done: Result[] = []
  const refused: Refused[] = []
  outcomes.forEach((outcome, at) => {
    const person = asked[at]
    if (outcome.ok) done.push(outcome.result)
    else if (person) {
      refused.push({ id: person.member, name: person.name, reason: outcome.refusal.message })
    }
  })
  return { done, refused }
}
