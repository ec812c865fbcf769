import { describe, expect, test } from 'vitest'
import { parseCsv } from './csv.ts'
import { fileText } from './file-text.ts'

const parsed = async (text: string) => {
  const csv = await parseCsv(text)
  return 'problem' in csv ? csv.problem : csv.records.map(({ line, cells }) => [line, ...cells])
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('D35 a file is taken apart', () => {
  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['a byte order mark', '\uFEFFa,b\n1,2'],
    ['empty lines at the end', 'a,b\n1,2\n\n\n'],
  ])('%s', async (_, text) => {
    expect(await parsed(text)).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
  })

  test('quotes, with separators, quotes and line ends within; lines are those of the file', async () => {
    expect(await parsed('a,b\r\n"x, ""y""","one\r\ntwo"\r\n\r\n;,\r\nlast,"="\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'x, "y"', 'one\ntwo'],
      [5, ';', ''],
      [6, 'last', '='],
    ])
  })

  test('one column', async () => {
    expect(await parsed('email\nada@acme.test\n')).toEqual([
      [1, 'email'],
      [2, 'ada@acme.test'],
    ])
  })

  test('a quotation mark that is never closed is told by its line', async () => {
    expect(await parsed('a,b\n1,2\n3,"4\n5,6\n')).toBe(
      'The quotation mark that opens a cell on line 3 is never closed.',
    )
    expect(await parsed('a,b\n"1" x,2\n')).toContain('on line 2')
  })

  test('nothing is told as such', async () => {
    for (const text of ['', '\n\n', '\uFEFF', ' , \n']) expect(await parsed(text)).toContain('nothing')
  })

  test('A57 a cell of a million characters and ten thousand rows', async () => {
    const csv = await parseCsv(`email,message\nada@acme.test,${'x'.repeat(1_000_000)}\n`)
    expect('records' in csv && csv.records[1]?.cells[1]).toHaveLength(1_000_000)
    const rows = Array.from({ length: 10_000 }, (_, index) => `p${index}@acme.test,שם`).join('\n')
    const many = await parseCsv(`email,name\n${rows}`)
    expect('records' in many && many.records.at(-1)).toEqual({
      line: 10_001,
      cells: ['p9999@acme.test', 'שם'],
    })
  })
})

describe('D35 the bytes of a file', () => {
  test('are UTF-8, or UTF-16 with its mark', () => {
    expect(fileText(bytes('Zoë'))).toEqual({ text: 'Zoë' })
    expect(fileText(Uint8Array.of(0xff, 0xfe, 0x5a, 0x00, 0xeb, 0x00))).toEqual({ text: 'Zë' })
    expect(fileText(Uint8Array.of(0xfe, 0xff, 0x00, 0x5a))).toEqual({ text: 'Z' })
  })

  test.each([
    ['Latin-1', Uint8Array.of(0x5a, 0x6f, 0xeb), 'UTF-8'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x01), 'workbook'],
    ['something compressed', Uint8Array.of(0x1f, 0x8b, 0x08), 'compressed'],
    ['no text at all', Uint8Array.of(0x41, 0x00, 0x42), 'not a text file'],
    ['too large a file', new Uint8Array(5 * 1_048_576 + 1).fill(0x61), '5 MB'],
  ])('%s is refused, and says what to do', (_, file, said) => {
    const read = fileText(file)
    expect('problem' in read && read.problem).toContain(said)
  })
})
