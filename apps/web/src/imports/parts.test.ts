import { expect, test } from 'vitest'
import { inParts } from './parts.ts'
import { resultsCsv } from './results-file.ts'

test('D35 a file goes in parts that one call takes, in order, and nothing is lost', () => {
  const lines = Array.from({ length: 2_500 }, (_, index) => ({
    line: index + 2,
    cells: { recipient: `p${index}` },
  }))
  const parts = inParts(lines)
  expect(parts.map((part) => part.length)).toEqual([1_000, 1_000, 500])
  expect(parts.flat()).toEqual(lines)
  const long = Array.from({ length: 200 }, (_, index) => ({
    line: index,
    cells: { message: 'x'.repeat(5_001) },
  }))
  expect(inParts(long).every((part) => JSON.stringify(part).length < 300_000)).toBe(true)
  expect(inParts(long).flat()).toEqual(long)
  expect(inParts([])).toEqual([])
})

test('D35 results are safe in a spreadsheet', () => {
  const text = resultsCsv([
    {
      ...{
        line: 2,
        recipient: "=cmd|' /C calc'!A0",
        name: '+1',
        outcome: 'refused',
        invitation: null,
        member: null,
      },
      problems: [{ field: 'recipient', code: 'invalid-email', message: 'This is no address.' }],
    },
    { line: 3, recipient: 'a@b.test', name: '', outcome: null, problems: [], invitation: null, member: null },
  ])
  expect(text.split('\r\n').slice(1, 3)).toEqual([
    "2,'=cmd|' /C calc'!A0,'+1,Refused,recipient: This is no address.",
    '3,a@b.test,,Not done,',
  ])
})
