import type { Io } from './io.ts'

/** A column: what stands above it, and what of each row stands in it. */
export type Column<Row> = { readonly title: string; readonly cell: (row: Row) => string | number | null }

/**
 * Rows for people or for programs: in a terminal a table with titles, no wider than it is; elsewhere a line for each
 * row as it comes, its cells separated by tabs and never cut; with `json` one list of the rows as they were answered.
 */
export async function show<Row>(
  io: Pick<Io, 'terminal' | 'columns'>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  columns: readonly Column<Row>[],
  { json, none }: { readonly json: boolean; readonly none: string },
): Promise<void> {
  if (json) return asJson(io, rows)
  const cellsOf = (row: Row) => columns.map(({ cell }) => plain(cell(row)))
  if (io.columns === null) {
    for await (const row of rows) io.terminal.say(cellsOf(row).join('\t'))
    return
  }
  const lines: string[][] = []
  for await (const row of rows) lines.push(cellsOf(row))
  if (lines.length === 0) io.terminal.note(none)
  else asTable(io.terminal, io.columns, [columns.map(({ title }) => title), ...lines])
}

async function asJson<Row>({ terminal }: Pick<Io, 'terminal'>, rows: AsyncIterable<Row> | Iterable<Row>) {
  let before = '['
  for await (const row of rows) {
    terminal.say(before)
    before = `${JSON.stringify(row, null, 2).replace(/^/gm, '  ')},`
  }
  if (before === '[') terminal.say('[]')
  else terminal.say(`${before.slice(0, -1)}\n]`)
}

function asTable(
  { say, colors }: Io['terminal'],
  width: number,
  lines: readonly (readonly string[])[],
): void {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => lengthOf(line[at] ?? ''))))
  for (const [index, texts] of lines.entries()) {
    const line = texts
      .map((text, at) => text + ' '.repeat((widths[at] ?? 0) - lengthOf(text)))
      .join('  ')
      .trimEnd()
    const fitting = cut(line, width)
    say(index === 0 ? colors.dim(fitting) : fitting)
  }
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

function cut(text: string, width: number): string {
  const letters = [...text]
  return letters.length <= width ? text : `${letters.slice(0, width - 1).join('')}…`
}
