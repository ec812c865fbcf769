import { CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely'
import { queryBuilder } from '../platform/sqlite/kysely.ts'
import type { Reads } from '../platform/writer.ts'

/** A statement that was run, and how SQLite went about it: one line a step. */
export interface Plan {
  readonly sql: string
  readonly steps: readonly string[]
}

/** The plan of every statement that `act` reads with. */
export async function plansOf(
  reader: Reads,
  act: (recording: Reads) => Promise<unknown>,
): Promise<readonly Plan[]> {
  const run = <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
    reader.getExecutor().executeQuery<R>(query)
  const seen: CompiledQuery[] = []
  const recording: DatabaseConnection = {
    executeQuery(query) {
      seen.push(query)
      return run(query)
    },
    streamQuery() {
      throw new Error('Roster never streams a statement')
    },
  }
  await act(queryBuilder(recording))
  const plans: Plan[] = []
  for (const { sql, parameters } of seen) {
    const { rows } = await run<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
    )
    plans.push({ sql, steps: rows.map((row) => row.detail) })
  }
  return plans
}

/** Steps that walk a whole table or index, or sort what they found. */
export function wholeWalks(plans: readonly Plan[]): readonly string[] {
  return plans.flatMap(({ steps }) =>
    steps.filter(
      (step) => /^SCAN (?!CONSTANT ROW|\(|\w*$|holder|day)/.test(step) || /TEMP B-TREE/.test(step),
    ),
  )
}
