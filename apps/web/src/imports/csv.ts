import { MOST_IMPORT_ROWS } from '@roster/domain'
import { count } from '../ui/number.ts'

/** A record of a file, with the number of the line on which it begins. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }
export type Csv = { readonly records: readonly CsvRecord[] } | { readonly problem: string }

/**
 * Takes text apart as CSV (RFC 4180), separated by commas, semicolons or tabs, with any line ends; the parser is
 * fetched when it is needed. Records without a text are left out. Answers the problem of a quote that never ends, of
 * too many rows, and of none.
 */
export async function parseCsv(text: string): Promise<Csv> {
  const { parse } = await import('papaparse').then((module) => module.default)
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const records: CsvRecord[] = []
  let line = 1
  let read = 0
  let problem: string | null = null
  parse<string[]>(plain, {
    delimiter: delimiterOf(plain),
    newline: '\n',
    step({ data, errors, meta }, parser) {
      const [error] = errors.filter(({ type }) => type === 'Quotes')
      if (error) {
        problem =
          error.code === 'MissingQuotes'
            ? `The quotation mark that opens a cell on line ${count(line)} is never closed.`
            : `There is a quotation mark too many, or one too few, on line ${count(line)}.`
        parser.abort()
        return
      }
      if (data.some((cell) => cell.trim() !== '')) records.push({ line, cells: data })
      if (records.length > MOST_IMPORT_ROWS + 1) parser.abort()
      for (
        let at = plain.indexOf('\n', read);
        at >= 0 && at < meta.cursor;
        at = plain.indexOf('\n', at + 1)
      ) {
        line += 1
      }
      read = meta.cursor
    },
  })
  if (problem !== null) return { problem }
  if (records.length === 0) return { problem: 'There is nothing in this file.' }
  return { records }
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** What separates the cells: whatever stands outside quotation marks in the first line the most often. */
function delimiterOf(text: string): string {
  const [first = ''] = /^(?:"(?:[^"]|"")*"|[^\n"])+/.exec(text.trimStart()) ?? []
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const often = (delimiter: string) => bare.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (often(one) > often(best) ? one : best))
}
