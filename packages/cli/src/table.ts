import type { Io } from './io.ts'

/** A column: what stands above it, and what of each row stands in it. */
export type Column<Row> = { readonly title: string; readonly cell: (row: Row) => string | number | null }

/**
 * Rows for people or for programs: in a terminal a table with titles, as wide as it is; elsewhere a line for each
 * row, its cells separated by tabs and never cut; with `json` the rows as they were answered.
 */
export function show<Row>(
  { terminal, columns: width }: Pick<Io, 'terminal' | 'columns'>,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { json, none }: { readonly json: boolean; readonly none: string },
): void {
  if (json) {
    terminal.say(JSON.stringify(rows, null, 2))
    return
  }
  const cells = rows.map((row) => columns.map(({ cell }) => plain(cell(row))))
  if (width === null) {
    for (const line of cells) terminal.say(line.join('\t'))
    return
  }
  if (rows.length === 0) {
    terminal.note(none)
    return
  }
  const widths = columns.map(({ title }, at) =>
    Math.max(lengthOf(title), ...cells.map((line) => lengthOf(line[at] ?? ''))),
  )
  const line = (texts: readonly string[]) =>
    cut(
      texts
        .map((text, at) => padded(text, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
      width,
    )
  terminal.say(terminal.colors.dim(line(columns.map(({ title }) => title))))
  for (const one of cells) terminal.say(line(one))
}

/** What somebody else typed is never a command to a terminal, nor a column of its own. */
export function plain(value: string | number | null): string {
  return String(value ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

function lengthOf(text: string): number {
  return [...text].length
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)))
}

function cut(text: string, width: number): string {
  const letters = [...text]
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`
}
