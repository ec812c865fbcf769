import { expect, test } from 'vitest'
import { type Column, show } from './table.ts'
import { quietIo } from './testing.ts'

type Row = { readonly name: string; readonly count: number | null }
const COLUMNS: readonly Column<Row>[] = [
  { title: 'NAME', cell: ({ name }) => name },
  { title: 'COUNT', cell: ({ count }) => count },
]
const ROWS: readonly Row[] = [
  { name: 'Ada', count: 1 },
  { name: 'Zoë\u001b[31m\tred\nline', count: null },
]
const NONE = { json: false, none: 'Nobody.' }

test('in a terminal it is a table with titles, no wider than the terminal', async () => {
  const io = quietIo({ columns: 21 })
  await show(io, ROWS, COLUMNS, NONE)
  expect(io.said).toEqual(['NAME               C…', 'Ada                1', 'Zoë [31m red line'])
})

test('elsewhere it is lines of cells with tabs, whole, and nothing that a terminal would obey', async () => {
  const io = quietIo()
  await show(io, ROWS, COLUMNS, NONE)
  expect(io.said).toEqual(['Ada\t1', 'Zoë [31m red line\t'])
})

test('as JSON it is one list, also of nothing', async () => {
  const io = quietIo({ columns: 80 })
  await show(io, ROWS, COLUMNS, { ...NONE, json: true })
  expect(JSON.parse(io.said.join('\n'))).toEqual(ROWS)
  const empty = quietIo()
  await show(empty, [], COLUMNS, { ...NONE, json: true })
  expect(empty.said).toEqual(['[]'])
})

test('of nothing people are told in words, and programs get nothing', async () => {
  const people = quietIo({ columns: 80 })
  await show(people, [], COLUMNS, NONE)
  expect(people).toMatchObject({ said: [], noted: ['Nobody.'] })
  const programs = quietIo()
  await show(programs, [], COLUMNS, NONE)
  expect(programs).toMatchObject({ said: [], noted: [] })
})
