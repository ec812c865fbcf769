import { CompiledQuery } from 'kysely'
import { PLANNED_ONCE } from './sqlite/kysely.ts'
import type { Reads } from './writer.ts'

type Value = string | number | bigint | null

/**
 * A statement written by hand, for where building one each time would cost more than running it. Parameters are
 * named (:organization); the rows are what the text says they are.
 */
export function statement<Parameters extends Readonly<Record<string, Value>>, Row>(text: string) {
  const planned = text.replace(/(?<![\w:'"]):([a-z]\w*)/gi, `${PLANNED_ONCE}:$1`)
  const compiled = CompiledQuery.raw(planned)
  return async (db: Reads, parameters: Parameters): Promise<readonly Row[]> =>
    (await db.getExecutor().executeQuery<Row>({ ...compiled, parameters: [parameters] })).rows
}
