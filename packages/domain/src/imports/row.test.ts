import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, withoutFormulaMark } from '../csv.ts'
import { DAY } from '../invitations/expiry.ts'
import { LONGEST_CELL } from './cells.ts'
import { IMPORT_FIELDS } from './fields.ts'
import { mayCancel, mayGoOn, mayRun, rowsDone } from './import.ts'
import { readRow, repeatedLines } from './row.ts'

const NOW = Date.UTC(2026, 4, 4, 9)
const read = (cells: Parameters<typeof readRow>[0]) => readRow(cells, NOW)
const codes = (cells: Parameters<typeof readRow>[0]) =>
  read(cells).problems.map(({ field, refusal }) => [field, refusal.code])
const ada = { recipient: 'ada@acme.test' }

describe('D35 T14 a row', () => {
  test('names somebody by address, by name and address, or by username', () => {
    expect(read(ada).row.recipient).toMatchObject({ kind: 'email', email: 'ada@acme.test' })
    expect(read({ recipient: 'Ada <ADA@acme.test>' }).row.recipient).toMatchObject({ kind: 'email' })
    expect(read({ recipient: 'ada-l' }).row.recipient).toMatchObject({ kind: 'username', username: 'ada-l' })
    expect(codes({})).toEqual([['recipient', 'invalid-email']])
    expect(codes({ recipient: 'ada@acme.test, eve@acme.test' })).toEqual([['recipient', 'invalid-email']])
    expect(codes({ recipient: "=cmd|' /C calc'!A0" })).toEqual([['recipient', 'invalid-email']])
  })

  test('lists groups and projects, a project with its role behind the last colon', () => {
    const { row, problems } = read({
      ...ada,
      groups: ' Engineering ;Design;; Engineering\nOps',
      projects: 'Apollo: editor; Moon: landing :Viewer',
      project: 'Gemini',
      projectRole: 'Admin',
    })
    expect(problems).toEqual([])
    expect(row.groups).toEqual(['Engineering', 'Design', 'Ops'])
    expect(row.projects).toEqual([
      { field: 'projects', project: 'Apollo', role: 'editor' },
      { field: 'projects', project: 'Moon: landing', role: 'Viewer' },
      { field: 'project', project: 'Gemini', role: 'Admin' },
    ])
  })

  test('names no project without a role', () => {
    for (const projects of ['Apollo', 'Apollo:', ': viewer', ':']) {
      expect(codes({ ...ada, projects })).toEqual([['projects', 'role-missing']])
    }
    expect(codes({ ...ada, project: 'Apollo' })).toEqual([['project', 'role-missing']])
  })

  test.each([
    ['14', 14],
    ['14 days', 14],
    ['never', null],
    ['', undefined],
    ['2026-05-11', 7],
    ['2026-05-11T00:00:00.000Z', 7],
  ])('says when the invitation ends: %j', (expiry, days) => {
    const { row, problems } = read({ ...ada, expiry })
    expect([row.expiryDays, problems]).toEqual([days, []])
  })

  test('says an end that is over or none at all in vain', () => {
    expect(codes({ ...ada, expiry: '2026-05-03' })).toEqual([['expiry', 'expiry-in-the-past']])
    expect(codes({ ...ada, expiry: 'soon' })).toEqual([['expiry', 'expiry-unreadable']])
    expect(codes({ ...ada, expiry: '2026-13-40' })).toEqual([['expiry', 'expiry-unreadable']])
    expect(NOW % DAY).toBeGreaterThan(0)
  })

  test('with a cell that is too long says so once, of that column', () => {
    for (const field of IMPORT_FIELDS) {
      const cells = { ...ada, [field]: 'x'.repeat(LONGEST_CELL + 1) }
      // A name is only shown.
      const said = codes(cells).filter(([, code]) => code === 'cell-too-long')
      expect([field, said]).toEqual([field, field === 'name' ? [] : [[field, 'cell-too-long']]])
    }
  })

  test('of any text is read or refused, never anything else', () => {
    const cells = fc.record(
      Object.fromEntries(IMPORT_FIELDS.map((field) => [field, fc.string({ unit: 'binary' })])),
    )
    fc.assert(
      fc.property(cells, (any) => {
        const { row, problems } = read(any)
        expect(row.recipient.kind === 'invalid').toBe(problems.some(({ field }) => field === 'recipient'))
        for (const { refusal } of problems) expect(refusal.message.length).toBeLessThan(400)
      }),
    )
  })
})

test('D35 a row leads to a hundred groups and projects at the most', () => {
  const many = Array.from({ length: 101 }, (_, index) => `g${index}`)
  expect(codes({ ...ada, groups: many.slice(1).join(';') })).toEqual([])
  expect(codes({ ...ada, groups: many.join(';') })).toEqual([['groups', 'too-large']])
  const projects = many.map((name) => `${name}:viewer`).join(';')
  expect(codes({ ...ada, projects })).toEqual([['projects', 'too-large']])
})

test('D35 a later row about the same person is found, in whatever spelling', () => {
  const lines = ['ada@acme.test', 'Ada <ADA@Acme.test>', '@grace', 'grace', 'nonsense@', 'nonsense@'].map(
    (recipient, index) => ({ line: index + 2, cells: { recipient } }),
  )
  expect([...repeatedLines(lines)]).toEqual([
    [3, 2],
    [5, 4],
  ])
})

test('D35 what an export marked as text comes in again as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', 'a', ' ='), fc.string(), (begin, rest) => {
      const text = `${begin}${rest}`.replace(/["\r\n,]/g, '')
      const [cell = ''] = csvLine([text]).trimEnd().split('\r\n')
      if (cell === text.trimEnd() || cell.startsWith("'")) {
        expect(withoutFormulaMark(cell).trimEnd()).toBe(text.trimEnd())
      }
    }),
  )
})

test('D35 an import runs when all of it is there, by who brought it, and ends once', () => {
  expect(mayRun('running')).toBe(true)
  expect(mayRun('loading')).toMatchObject({ code: 'import-incomplete' })
  expect(mayRun('finished')).toMatchObject({ code: 'import-closed' })
  expect(mayCancel('loading')).toBe(true)
  expect(mayCancel('running')).toBe(true)
  expect(mayCancel('cancelled')).toMatchObject({ code: 'import-closed' })
  expect(mayGoOn('usr_a', 'usr_a')).toBe(true)
  expect(mayGoOn('usr_b', 'usr_a')).toMatchObject({ code: 'not-your-import' })
  expect(rowsDone({ invited: 1, reinvited: 2, assigned: 3, unchanged: 4, refused: 5 })).toBe(15)
})
