import type { Refused } from '../pages/refused-list.tsx'
import { type Listed, recipientOf } from './types.ts'

/** What a bulk call answers for one invitation. */
type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly message: string } }

/** What was done, and what was refused; `asked` in the order in which it was asked for. */
export function sortOutcomes(
  asked: readonly Listed[],
  outcomes: readonly Outcome[],
): { done: readonly Listed[]; refused: readonly Refused[] } {
  const done: Listed[] = []
  const refused: Refused[] = []
  asked.forEach((row, at) => {
    const outcome = outcomes[at]
    if (outcome?.ok) done.push(row)
    else if (outcome) refused.push({ id: row.id, name: recipientOf(row), reason: outcome.refusal.message })
  })
  return { done, refused }
}

/** The recipient of one, or how many they are: "ada@acme.test", "12 people". */
export function whoOf(rows: readonly Listed[], many: (count: number) => string): string {
  const [only] = rows
  return rows.length === 1 && only ? recipientOf(only) : many(rows.length)
}
