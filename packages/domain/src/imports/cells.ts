import { withoutFormulaMark } from '../csv.ts'
import { IMPORT_FIELDS, type ImportField, type ImportMapping } from './fields.ts'

/** Rows of one import, and bytes of the file, at the most. */
export const MOST_IMPORT_ROWS = 10_000
export const MOST_IMPORT_BYTES = 5 * 1_048_576
/** Longest cell that is read; nothing that can be meant is longer. */
export const LONGEST_CELL = 5_000

/** What a row says, by field; fields without a column, and cells without a text, are missing. */
export type ImportCells = { readonly [field in ImportField]?: string }

/** A row of the file, by the number of the line on which it begins. */
export type ImportLine = { readonly line: number; readonly cells: ImportCells }

/**
 * The cells of a record by what their columns say. A cell that is too long is cut right behind the longest that is
 * read, so that it is refused without being carried around.
 */
export function cellsOf(record: readonly string[], mapping: ImportMapping): ImportCells {
  const cells: { [field in ImportField]?: string } = {}
  for (const [column, field] of mapping.entries()) {
    if (field === null) continue
    const text = withoutFormulaMark((record[column] ?? '').slice(0, LONGEST_CELL * 2).trim())
    if (text !== '') cells[field] = text.slice(0, LONGEST_CELL + 1)
  }
  return cells
}

/** Whether the mapping can be used: somebody has to be named by it, and each field by one column at the most. */
export function mappingProblem(mapping: ImportMapping): 'nobody' | ImportField | null {
  if (!mapping.includes('recipient')) return 'nobody'
  return IMPORT_FIELDS.find((field) => mapping.filter((one) => one === field).length > 1) ?? null
}
