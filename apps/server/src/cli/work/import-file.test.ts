import { describe, expect, test } from 'vitest'
import { UnreadableFile } from './csv-file.ts'
import { importFileIn } from './import-file.ts'

const read = (text: string | Uint8Array, ...chosen: string[]) =>
  importFileIn(typeof text === 'string' ? new TextEncoder().encode(text) : text, chosen)

describe('D35 a file of people', () => {
  test('is read whatever separates and ends its lines, each row with the line on which it begins', () => {
    const file = read('\uFEFFE-mail;Role\r\n"ada@acme.test";"Mem\r\nber"\r\n\r\neve@acme.test;Viewer\r\n')
    expect(file.lines).toEqual([
      { line: 2, cells: { recipient: 'ada@acme.test', role: 'Mem\nber' } },
      { line: 5, cells: { recipient: 'eve@acme.test', role: 'Viewer' } },
    ])
    expect(file.columns.get('recipient')).toBe('E-mail')
  })

  test('needs no heading, and may say which column is which', () => {
    expect(read('ada@acme.test\neve@acme.test').lines.map(({ line }) => line)).toEqual([1, 2])
    const file = read('Who,Work\nada@acme.test,eve@acme.test\n', 'recipient=Work')
    expect(file.lines).toEqual([{ line: 2, cells: { recipient: 'eve@acme.test' } }])
    expect(() => read('Who\nada@acme.test\n', 'recipient=Whom')).toThrow(
      'No column of this file is called “Whom”',
    )
    expect(() => read('Who\nada@acme.test\n', 'shoes=Who')).toThrow('--column takes one of recipient')
  })

  test('is read in UTF-16 with its mark; what cannot be read is refused with what to do, and where', () => {
    const wide = new Uint8Array(Buffer.from('\uFEFFemail\nada@acme.test\n', 'utf16le'))
    expect(read(wide).lines).toHaveLength(1)
    const latin = new Uint8Array(Buffer.from('email,name\nada@acme.test,J\xfcrgen\n', 'latin1'))
    expect(() => read(latin)).toThrow('CSV UTF-8')
    expect(() => read('email,name\nada@acme.test,"never\nends')).toThrow(UnreadableFile)
    expect(() => read('email,name\nada@acme.test,"never\nends')).toThrow('Line 2')
    expect(() => read('email\n')).toThrow('nobody')
    expect(() => read('')).toThrow('nobody')
    expect(() => read('shoes,socks\nred,blue\n')).toThrow('--column')
    const many = `email\n${'a@acme.test\n'.repeat(10_001)}`
    expect(() => read(many)).toThrow('more than 10000 rows')
  })
})
