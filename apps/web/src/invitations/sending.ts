import { type Entry, fateOf, type Verdicts } from './draft.ts'
import type { SendOutcome } from './types.ts'

/** Recipients a call, so that a long run can be watched, stopped, and leaves others their turn. */
export const SLICE = 250

/** What became of one recipient. */
export type Sent = { entry: Entry } & (
  | { outcome: 'sent' | 'resent'; link: string }
  /** `mendable`: worth another try, corrected or as it is. */
  | { outcome: 'refused'; why: string; mendable: boolean }
)

export type Run = {
  entries: readonly Entry[]
  /** Asks the server; an outcome for each, in order. */
  send: (recipients: readonly string[]) => Promise<readonly SendOutcome[]>
  /** Asked between two slices. */
  stopped: () => boolean
  onProgress: (done: number) => void
  /** The sentence for a failed call. */
  sentenceOf: (error: unknown) => string
}

const STOPPED = 'Not sent: you stopped before.'

/**
 * Sends slice by slice, with an outcome for each entry in order (T17). Rejects only if nothing at all was sent;
 * what fails later leaves the rest unsent, and says so for each.
 */
export async function sendAll({
  entries,
  send,
  stopped,
  onProgress,
  sentenceOf,
}: Run): Promise<readonly Sent[]> {
  const done: Sent[] = []
  for (let from = 0; from < entries.length; from += SLICE) {
    if (from > 0 && stopped()) return [...done, ...unsent(entries.slice(from), STOPPED)]
    const slice = entries.slice(from, from + SLICE)
    try {
      const outcomes = await send(slice.map(({ text }) => text))
      done.push(...slice.flatMap((entry, at) => sentAs(entry, outcomes[at])))
    } catch (error) {
      if (from === 0) throw error
      return [...done, ...unsent(entries.slice(from), sentenceOf(error))]
    }
    onProgress(from + slice.length)
  }
  return done
}

function sentAs(entry: Entry, outcome: SendOutcome | undefined): readonly Sent[] {
  if (!outcome) return []
  if (outcome.ok) return [{ entry, outcome: outcome.result.outcome, link: outcome.result.link }]
  const { code, message } = outcome.refusal
  return [{ entry, outcome: 'refused', why: message, mendable: code !== 'already-member' }]
}

function unsent(entries: readonly Entry[], why: string): readonly Sent[] {
  return entries.map((entry) => ({ entry, outcome: 'refused', why, mendable: true }))
}

/** Results for those who were not even sent to, because their entry said why not. */
export function leftOut(entries: readonly Entry[], verdicts: Verdicts): readonly Sent[] {
  return entries.map((entry) => {
    const { fate, why = '' } = fateOf(entry, verdicts.get(entry.key))
    return { entry, outcome: 'refused', why, mendable: fate === 'refused' }
  })
}
