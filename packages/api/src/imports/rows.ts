import { ROW_OUTCOMES, type RowOutcome } from '@roster/domain'
import { z } from 'zod'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { cellsIn, importIn, type RowProblem } from './store.ts'

/** What became of a row of the file. */
export interface ImportedRow {
  readonly line: number
  /** Whom it names, in the words of the file. */
  readonly recipient: string
  readonly name: string
  /** Null: nothing yet, or nothing any more where the import was cancelled. */
  readonly outcome: RowOutcome | null
  readonly problems: readonly RowProblem[]
  readonly invitation: string | null
  readonly member: string | null
}

const MOST_ROWS = 1_000

/**
 * The rows of an import with what became of each, in the order of the file, all or those with one outcome, behind a
 * line. Refuses with `not-found`; rows that were purged are gone.
 */
export const importRows = query({
  permission: 'invitations.send',
  input: inOrganization({
    import: IdOf('imp'),
    outcome: z.enum(ROW_OUTCOMES).optional(),
    after: z.int().min(0).default(0),
    most: z.int().min(1).max(MOST_ROWS).default(100),
  }),
  async run({ db, organization }, { import: id, outcome, after, most }) {
    await importIn(db, organization.id, id)
    const rows = await db
      .selectFrom('import_row')
      .select(['line', 'cells', 'outcome', 'problems', 'invitation_id', 'member_id'])
      .where('import_id', '=', id)
      .where('line', '>', after)
      .$if(outcome !== undefined, (some) => some.where('outcome', '=', outcome ?? null))
      .orderBy('line')
      .limit(most + 1)
      .execute()
    const shown = rows.slice(0, most)
    const items = shown.map((row): ImportedRow => {
      const { recipient = '', name = '' } = cellsIn(row.cells)
      const problems: readonly RowProblem[] = JSON.parse(row.problems)
      return {
        ...{ line: row.line, recipient, name, outcome: row.outcome, problems },
        invitation: row.invitation_id,
        member: row.member_id,
      }
    })
    return { items, next: rows.length > most ? (shown.at(-1)?.line ?? null) : null }
  },
})
