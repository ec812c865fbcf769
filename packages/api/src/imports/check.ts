import type { RowOutcome } from '@roster/domain'
import { z } from 'zod'
import { nothingSoFar } from '../invitations/assess.ts'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { Lines, Why } from './input.ts'
import { outcomeOf, problemsOf } from './outcome.ts'
import { planRows } from './plan.ts'
import type { RowProblem } from './store.ts'

/** A row as importing it would take it. */
export interface CheckedRow {
  readonly line: number
  readonly outcome: RowOutcome
  /** The member it is about; null for anybody else. */
  readonly name: string | null
  readonly problems: readonly RowProblem[]
}

/**
 * What importing these rows would do, without doing it; a file is checked in parts, and `offered` says how many
 * invitations the parts before would send, since each takes a seat. Refuses rows, never the call.
 */
export const checkImport = query({
  permission: 'invitations.send',
  input: inOrganization({ lines: Lines, offered: z.int().min(0).max(10_000).default(0), reason: Why }),
  async run(context, { lines, offered, reason }): Promise<readonly CheckedRow[]> {
    const before = { lines: async () => new Map(), soFar: nothingSoFar(), seats: offered }
    const planned = await planRows(context.db, { ...context, reason }, lines, before, () => 'asg_preview')
    return planned.map((row) => ({
      line: row.line,
      outcome: outcomeOf(row.plan),
      name: row.person.name,
      problems: problemsOf(row.plan),
    }))
  },
})
