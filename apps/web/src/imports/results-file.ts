import { csvLine } from '@roster/domain'
import type { ImportedRow } from './types.ts'
import { OUTCOME_WORDS } from './words.ts'

/** The results as CSV for spreadsheets: what looks like a formula is text (D35). */
export function resultsCsv(rows: readonly ImportedRow[]): string {
  return [
    '\uFEFF',
    csvLine(['line', 'recipient', 'name', 'result', 'reason']),
    ...rows.map(({ line, recipient, name, outcome, problems }) =>
      csvLine([
        line,
        recipient,
        name,
        outcome === null ? 'Not done' : OUTCOME_WORDS[outcome].label,
        problems.map(({ field, message }) => `${field}: ${message}`).join(' '),
      ]),
    ),
  ].join('')
}
