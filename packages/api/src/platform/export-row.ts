export type Cell = string | number | boolean | null | readonly string[]
export type ExportRow = Readonly<Record<string, Cell>>

/** Everything that an export holds, a hundred rows at a time, so that a million take no more memory than these. */
export type ExportRows = AsyncGenerator<readonly ExportRow[], void, undefined>

/** How many rows are read in one go; others are served in between. */
export const ROWS_AT_ONCE = 100

/** A moment as exports say it; empty for none. */
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
