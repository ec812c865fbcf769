import {
  cellsOf,
  guessFields,
  hasHeader,
  IMPORT_FIELDS,
  type ImportField,
  type ImportLine,
  type ImportMapping,
  MOST_IMPORT_BYTES,
  MOST_IMPORT_ROWS,
  mappingProblem,
} from '@roster/domain'
import { UsageError } from '../outcome.ts'
import { csvRecords, textOf, UnreadableFile } from './csv-file.ts'

/** A file as an import takes it. */
export interface ImportFile {
  readonly lines: readonly ImportLine[]
  /** What the column of each field is called in the file: its heading, or its number. */
  readonly columns: ReadonlyMap<ImportField, string>
}

const MEGABYTE = 1_048_576
/** Rows looked at to find out what columns hold. */
const LOOKED_AT = 100

/**
 * Reads a CSV of people. What each column says is guessed from its heading and from what stands below, unless
 * `chosen` says it: `recipient=Work email`. Throws `UnreadableFile` with the line and what to do, and `UsageError` for
 * a choice that means nothing.
 */
export function importFileIn(bytes: Uint8Array, chosen: readonly string[]): ImportFile {
  if (bytes.length > MOST_IMPORT_BYTES)
    throw new UnreadableFile(
      `This file is larger than ${MOST_IMPORT_BYTES / MEGABYTE} MB. Import it in parts.`,
    )
  const records = csvRecords(textOf(bytes))
  const cells = records.map((record) => record.cells)
  const headed = hasHeader(cells)
  const headings = (headed ? cells[0] : undefined) ?? []
  const rows = headed ? records.slice(1) : records
  if (rows.length === 0) throw new UnreadableFile('There is nobody in this file.')
  if (rows.length > MOST_IMPORT_ROWS)
    throw new UnreadableFile(`This file has more than ${MOST_IMPORT_ROWS} rows. Import it in parts.`)
  const widest = Math.max(...cells.map((row) => row.length))
  const padded = Array.from({ length: widest }, (_, index) => headings[index] ?? '')
  const below = cells.slice(headed ? 1 : 0, LOOKED_AT)
  const mapping = withChosen(guessFields(padded, below), padded, chosen)
  const problem = mappingProblem(mapping)
  if (problem === 'nobody')
    throw new UnreadableFile(
      'No column of this file holds addresses or usernames. Say which: --column "recipient=…".',
    )
  if (problem !== null) throw new UsageError(`Two columns are said to be ${problem}. Say one.`)
  const columns = new Map<ImportField, string>()
  for (const [index, field] of mapping.entries())
    if (field !== null) columns.set(field, padded[index] || `column ${index + 1}`)
  return { lines: rows.map(({ line, cells: row }) => ({ line, cells: cellsOf(row, mapping) })), columns }
}

function withChosen(
  guessed: ImportMapping,
  headings: readonly string[],
  chosen: readonly string[],
): ImportMapping {
  let mapping = [...guessed]
  for (const choice of chosen) {
    const [said = '', heading = ''] = choice.split(/=(.*)/s)
    const field = IMPORT_FIELDS.find((one) => one === said)
    if (!field)
      throw new UsageError(`--column takes one of ${IMPORT_FIELDS.join(', ')}, then = and a heading.`)
    const column = headings.findIndex((one) => one.trim() === heading.trim())
    if (column < 0) throw new UsageError(`No column of this file is called “${heading}”.`)
    mapping = mapping.map((one, index) => (index === column ? field : one === field ? null : one))
  }
  return mapping
}
