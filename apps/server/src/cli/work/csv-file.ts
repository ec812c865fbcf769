import { MOST_IMPORT_ROWS } from '@roster/domain'
import papaparse from 'papaparse'

/** A record of a file, with the number of the line on which it begins. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** A file cannot be read as what it should be; the words say where and what to do. */
export class UnreadableFile extends Error {}

/** The text of a file: UTF-8, or UTF-16 with its mark. Throws `UnreadableFile` for anything else, rather than guess. */
export function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('Letters of this file cannot be read: it is not UTF-8. Save it as “CSV UTF-8”.')
  }
  if (text.includes('\0')) throw new UnreadableFile('This is not a text file. Save it as CSV.')
  return text
}

/**
 * Takes text apart as CSV (RFC 4180), separated by commas, semicolons, tabs or bars, with any line ends; records
 * without a text are left out. Throws `UnreadableFile` with the line for a quotation mark that is wrong.
 */
export function csvRecords(text: string, most: number = MOST_IMPORT_ROWS + 1): readonly CsvRecord[] {
  const plain = text.replace(/\r\n?/g, '\n')
  const records: CsvRecord[] = []
  let line = 1
  let read = 0
  let wrong: number | null = null
  papaparse.parse<string[]>(plain, {
    delimiter: delimiterOf(plain),
    newline: '\n',
    step({ data, errors, meta }, parser) {
      if (errors.some(({ type }) => type === 'Quotes')) {
        wrong = line
        parser.abort()
        return
      }
      if (data.some((cell) => cell.trim() !== '')) records.push({ line, cells: data })
      if (records.length > most) parser.abort()
      for (let at = plain.indexOf('\n', read); at >= 0 && at < meta.cursor; at = plain.indexOf('\n', at + 1))
        line += 1
      read = meta.cursor
    },
  })
  if (wrong !== null)
    throw new UnreadableFile(
      `Line ${wrong}: a quotation mark too many, or one too few. Nothing was imported.`,
    )
  return records
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Whatever stands outside quotation marks in the first line the most often. */
function delimiterOf(text: string): string {
  const [first = ''] = /^(?:"(?:[^"]|"")*"|[^\n"])+/.exec(text.trimStart()) ?? []
  const bare = first.replace(/"(?:[^"]|"")*"/g, '')
  const often = (delimiter: string) => bare.split(delimiter).length
  return DELIMITERS.reduce((best, one) => (often(one) > often(best) ? one : best))
}
