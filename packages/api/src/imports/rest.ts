import { IMPORT_FIELDS, IMPORT_STATES, LONGEST_CELL, ROW_OUTCOMES } from '@roster/domain'
import { z } from 'zod'
import { byPost } from '../transport/rest/by-post.ts'
import { snakeCase } from '../transport/rest/names.ts'
import { act, get, type Route } from '../transport/rest/route.ts'
import { AnId, At, Person } from '../transport/rest/schemas.ts'
import { cancelImport } from './cancel.ts'
import { checkImport } from './check.ts'
import { getImport } from './get.ts'
import { Lines, MOST_LINES } from './input.ts'
import { listImports } from './list.ts'
import { loadImport } from './load.ts'
import { openImport } from './open.ts'
import { importRows } from './rows.ts'
import { runImport } from './run.ts'
import type { RowProblem } from './store.ts'

const ALL = '/organizations/{organization}/imports'
const ONE = `${ALL}/{import}`

const counts = {
  invited: z.int(),
  reinvited: z.int().describe('Whose open invitation was replaced.'),
  assigned: z.int().describe('Members who were given something.'),
  unchanged: z.int(),
  refused: z.int(),
}

const Import = z
  .object({
    id: AnId('imp'),
    name: z.string().describe('What the file is called.'),
    state: z.enum(IMPORT_STATES).describe('`loading` until all rows are there.'),
    total: z.int(),
    done: z.int(),
    reason: z.string().nullable(),
    createdBy: Person.nullable(),
    createdAt: At,
    closedAt: At.nullable(),
    purged: z.boolean().describe('Whether its rows are gone.'),
    ...counts,
  })
  .meta({ id: 'Import', description: 'A file of people to invite and to give roles to.' })

const Problem = z
  .object({ field: z.string().describe('The column.'), code: z.string(), message: z.string() })
  .meta({ id: 'RowProblem' })

const cells = z.strictObject({
  recipient: z.string().optional(),
  ...Object.fromEntries(
    IMPORT_FIELDS.map((field) => [
      field,
      z
        .string()
        .max(LONGEST_CELL + 1)
        .optional(),
    ]),
  ),
})
const lines = z
  .array(
    z.strictObject({
      line: z.int().min(1).max(10_000_000).describe('The number of the line on which the row begins.'),
      cells: cells.describe('By column: `recipient` is an address or a username.'),
    }),
  )
  .describe(`At most ${MOST_LINES} rows in one call.`)
  .meta({ examples: [[{ line: 2, cells: { recipient: 'ada@example.com', role: 'member' } }]] })

const { reason, offered } = checkImport.input.shape
const Loading = z.strictObject({ lines })
const Checking = z.strictObject({
  lines,
  offered: offered.describe('How many invitations earlier parts would send.'),
  reason,
})

const problemsShown = <Row extends { readonly problems: readonly RowProblem[] }>(row: Row) => ({
  ...row,
  problems: row.problems.map((problem) => ({ ...problem, field: snakeCase(problem.field) })),
})

const one = get({
  path: ONE,
  name: 'imports.get',
  summary: 'Get an import and how far it is',
  calls: getImport,
  answers: Import,
})

/** The resource `imports`: opened, loaded in parts, and run in parts. */
export const importRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'imports.list',
    summary: 'List imports',
    description: 'The newest first.',
    calls: listImports,
    answers: z
      .object({ items: z.array(Import), more: z.boolean().describe('Whether there are older ones.') })
      .meta({ id: 'Imports' }),
  }),
  act({
    method: 'POST',
    path: ALL,
    name: 'imports.open',
    summary: 'Open an import',
    description: 'Makes room for a file of so many rows, which are loaded next.',
    refuses: ['too-large', 'invalid-name'],
    calls: openImport,
    resource: one,
    at: (result, params) => ({ ...params, import: result.import }),
  }),
  byPost(
    get({
      path: `${ALL}/check`,
      name: 'imports.check',
      summary: 'Say what importing rows would do',
      description: 'Changes nothing. A file is checked in parts.',
      refuses: ['too-large'],
      calls: checkImport,
      takes: {
        fields: Checking,
        input(given) {
          const { lines, ...rest } = Checking.parse(given)
          return { ...rest, lines: Lines.parse(lines) }
        },
      },
      answers: z
        .object({
          items: z.array(
            z.object({
              line: z.int(),
              outcome: z.enum(ROW_OUTCOMES),
              name: z.string().nullable().describe('Of the member it is about.'),
              problems: z.array(Problem),
            }),
          ),
        })
        .meta({ id: 'CheckedRows' }),
      shows: (rows) => ({ items: rows.map(problemsShown) }),
    }),
  ),
  one,
  act({
    method: 'POST',
    path: `${ONE}/rows`,
    name: 'imports.load',
    summary: 'Load rows of an import',
    description: 'With the last one it can be run. A part that was sent before adds nothing.',
    refuses: ['too-large', 'import-closed', 'not-your-import'],
    calls: loadImport,
    takes: { fields: Loading, input: (given) => ({ lines: Lines.parse(given.lines) }) },
    answers: z.object({ loaded: z.int(), total: z.int() }).meta({ id: 'LoadedRows' }),
  }),
  get({
    path: `${ONE}/rows`,
    name: 'imports.rows',
    summary: 'List what became of each row',
    description: 'In the order of the file, behind a line.',
    calls: importRows,
    answers: z
      .object({
        items: z.array(
          z.object({
            line: z.int(),
            recipient: z.string(),
            name: z.string(),
            outcome: z.enum(ROW_OUTCOMES).nullable().describe('Null: nothing yet.'),
            problems: z.array(Problem),
            invitation: z.string().nullable(),
            member: z.string().nullable(),
          }),
        ),
        next: z.int().nullable().describe('The line to ask for what is behind it; null after the last one.'),
      })
      .meta({ id: 'ImportedRows' }),
    shows: ({ items, next }) => ({ items: items.map(problemsShown), next }),
  }),
  act({
    method: 'POST',
    path: `${ONE}/run`,
    name: 'imports.run',
    summary: 'Do the next rows of an import',
    description:
      'Call it until `state` is `finished`. Each row is done once, however often it was cut short.',
    refuses: ['not-your-import', 'import-incomplete', 'import-closed', 'too-many-attempts'],
    calls: runImport,
    answers: z
      .object({ state: z.enum(IMPORT_STATES), done: z.int(), total: z.int(), ...counts })
      .meta({ id: 'ImportProgress', description: 'How far an import is.' }),
  }),
  act({
    method: 'POST',
    path: `${ONE}/cancel`,
    name: 'imports.cancel',
    summary: 'Give up an import',
    description: 'Rows that were done stay done.',
    refuses: ['import-closed'],
    calls: cancelImport,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
]
