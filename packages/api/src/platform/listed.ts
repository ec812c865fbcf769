import { type RawBuilder, sql } from 'kysely'

/**
 * A list of any length, also an empty one, as one parameter: the statement stays the same and stays prepared, and
 * nothing is read where nothing is listed.
 */
export function listed<T extends string | number>(values: readonly T[]): RawBuilder<T> {
  return sql<T>`(select value from json_each(${JSON.stringify(values)}))`
}
