/** A spreadsheet takes a cell that begins like this for a formula, and carries it out. */
const FORMULA = /^[=+\-@\t\r|%]/

/**
 * One line of CSV (RFC 4180), with its line end. Text that a spreadsheet would carry out gets an apostrophe before
 * it, as spreadsheets themselves mark text; numbers stay numbers.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell as it was before `csvLine`, or a spreadsheet, marked it as text: what comes out of an export goes in again. */
export function withoutFormulaMark(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1).trimStart()) ? text.slice(1) : text
}
