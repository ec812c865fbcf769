import { stringify } from 'csv-stringify/sync'
import type { ExportRow, ExportRows } from '../platform/export-row.ts'

/** So that spreadsheets take the text for what it is (RFC 4180 says nothing of it). */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * CSV as RFC 4180 has it, with a line of names first. What a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV injection).
 */
export async function* csvText(rows: ExportRows): AsyncGenerator<string, void, undefined> {
  let begun = false
  for await (const some of rows) {
    const [first] = some
    if (!first) continue
    if (!begun) yield BYTE_ORDER_MARK + stringify([Object.keys(first)], { record_delimiter: 'windows' })
    begun = true
    yield stringify(some.map(cells), { escape_formulas: true, record_delimiter: 'windows' })
  }
  if (!begun) yield BYTE_ORDER_MARK
}

function cells(row: ExportRow): readonly string[] {
  return Object.values(row).map((value) => {
    if (value === null) return ''
    return typeof value === 'object' ? value.join(', ') : String(value)
  })
}

/** A JSON array, a row a line. */
export async function* jsonText(rows: ExportRows): AsyncGenerator<string, void, undefined> {
  let between = '[\n'
  for await (const some of rows) {
    for (const row of some) {
      yield between + JSON.stringify(row)
      between = ',\n'
    }
  }
  yield between === '[\n' ? '[]\n' : '\n]\n'
}
