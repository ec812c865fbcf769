import type { UserId } from '../ids.ts'
import { Refusal } from '../refusal.ts'

/** An import is loaded in parts, then done row by row; it ends once, done to its end or cancelled. */
export const IMPORT_STATES = ['loading', 'running', 'finished', 'cancelled'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What became of a row. */
export const ROW_OUTCOMES = ['invited', 'reinvited', 'assigned', 'unchanged', 'refused'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** How many rows came to what. */
export type ImportCounts = Readonly<Record<RowOutcome, number>>

/**
 * Only who brought a file goes on with it: rows are done by the rights of whoever does them, and nobody's rows are to
 * be done by the rights of somebody who has not read them (`not-your-import`).
 */
export function mayGoOn(by: UserId, startedBy: UserId): true | Refusal {
  return by === startedBy ? true : new Refusal('not-your-import')
}

/** Whether rows of it may be done: `import-incomplete` before all of it is there, `import-closed` after its end. */
export function mayRun(state: ImportState): true | Refusal {
  if (state === 'loading') return new Refusal('import-incomplete')
  return state === 'running' ? true : new Refusal('import-closed', { state })
}

/** Whether it can be given up: not once it has ended (`import-closed`). */
export function mayCancel(state: ImportState): true | Refusal {
  return state === 'loading' || state === 'running' ? true : new Refusal('import-closed', { state })
}

/** How many rows are done. */
export function rowsDone(counts: ImportCounts): number {
  return ROW_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)
}
