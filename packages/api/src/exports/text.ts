import { setImmediate as othersServed } from 'node:timers/promises'
import { csvLine } from '@roster/domain'
import type { Cell, ExportRow, ExportRows } from '../platform/export-row.ts'

/** So that spreadsheets take the text for what it is (RFC 4180 says nothing of it). */
const BYTE_ORDER_MARK = '\uFEFF'

/** CSV with a line of names first, as `csvLine` writes it: what a spreadsheet would take for a formula is text. */
export async function* csvText(rows: ExportRows): AsyncGenerator<string, void, undefined> {
  let begun = false
  for await (const some of rows) {
    const [first] = some
    if (!first) continue
    if (!begun) yield BYTE_ORDER_MARK + csvLine(Object.keys(first))
    begun = true
    let text = ''
    for (const row of some) text += csvLine(cells(row))
    yield text
    await othersServed()
  }
  if (!begun) yield BYTE_ORDER_MARK
}

function cells(row: ExportRow): readonly (string | number | null)[] {
  return Object.values(row).map(cell)
}

/** Lists as an import takes them. */
function cell(value: Cell): string | number | null {
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'object' && value !== null ? value.join('; ') : value
}

/** A JSON array, a row a line. */
export async function* jsonText(rows: ExportRows): AsyncGenerator<string, void, undefined> {
  let between = '[\n'
  for await (const some of rows) {
    let text = ''
    for (const row of some) {
      text += between + JSON.stringify(row)
      between = ',\n'
    }
    if (text !== '') yield text
    await othersServed()
  }
  yield between === '[\n' ? '[]\n' : '\n]\n'
}
