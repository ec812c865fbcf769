import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('D35 D37 cells are separated, and quoted where they must be', () => {
  expect(csvLine(['a', 1, null, 'b,c', 'say "so"', 'two\nlines'])).toBe(
    'a,1,,"b,c","say ""so""","two\nlines"\r\n',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1+1', '|calc', '\r=1'])(
  'D35 %j is text, not a formula',
  (text) => {
    expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('numbers stay numbers, also below zero', () => {
  expect(csvLine([-1, 'x-1'])).toBe('-1,x-1\r\n')
})
