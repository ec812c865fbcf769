import { Refusal } from '@roster/domain'
import { NotAsThingsStand } from '../as-things-stand.ts'
import { ConfigurationError } from '../configuration.ts'

/** What a command ends with, for scripts; `roster help` says the same. */
export const EXIT = {
  ok: 0,
  /** It did not work, or what was looked at is not in order. */
  failed: 1,
  /** It was not said in a way that Roster understands. */
  usage: 2,
  /** Roster refuses: the rules, or things as they stand, do not allow it. Nothing was changed. */
  refused: 3,
  /** It was done, with something to look at: warnings, rows that were refused. */
  remarks: 4,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** The words typed mean nothing, or not together. */
export class UsageError extends Error {}

/** What to tell the person, and the exit code. What nobody expected keeps its stack, for a report. */
export async function explainedEnd(error: unknown): Promise<{ readonly words: string; readonly exit: Exit }> {
  if (error instanceof UsageError) return { words: error.message, exit: EXIT.usage }
  if (error instanceof ConfigurationError) return { words: error.message, exit: EXIT.usage }
  if (error instanceof NotAsThingsStand) return { words: error.message, exit: EXIT.refused }
  const refusal = error instanceof Refusal ? error : await refusalBehind(error)
  if (refusal) {
    const { field } = refusal.facts
    const about = typeof field === 'string' && refusal.code === 'not-found' ? ` (${field})` : ''
    return { words: `${refusal.message}${about}`, exit: EXIT.refused }
  }
  if (error instanceof TypeError || !(error instanceof Error)) {
    return {
      words: error instanceof Error ? (error.stack ?? error.message) : String(error),
      exit: EXIT.failed,
    }
  }
  return { words: error.message, exit: EXIT.failed }
}

/** What the product answers with is loaded only where it was asked: most commands end sooner. */
async function refusalBehind(error: unknown): Promise<Refusal | null> {
  if (!(error instanceof Error) || error.name !== 'TRPCError') return null
  const [{ TRPCError }, { refusalIn }] = await Promise.all([
    import('@trpc/server'),
    import('@roster/api/operating'),
  ])
  return error instanceof TRPCError ? refusalIn(error) : null
}
