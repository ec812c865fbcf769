import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { type Program, programOf } from '../testing/program.ts'

let home: House
let program: Program
beforeEach(async () => {
  home = await house()
  program = await programOf(home, 'owner', 'owner')
})
afterEach(() => home.close())

const ALL = '/organizations/acme/imports'
const LINES = [
  { line: 2, cells: { recipient: 'ada@example.com', role: 'Viewer' } },
  { line: 3, cells: { recipient: 'bob@example.com', project: 'Nowhere', project_role: 'Viewer' } },
]

test('D49 a program checks rows, opens an import, loads them and runs it to its end', async () => {
  const checked = await program(`POST ${ALL}/check`, { body: { lines: LINES } })
  expect(checked).toMatchObject({
    status: 200,
    body: {
      items: [
        { line: 2, outcome: 'invited' },
        { line: 3, outcome: 'refused' },
      ],
    },
  })
  expect((await program('GET /organizations/acme/invitations')).body.total).toBe(0)
  const opened = await program(`POST ${ALL}`, { body: { name: 'people.csv', total: 2 } })
  expect(opened).toMatchObject({ status: 201, body: { state: 'loading', total: 2 } })
  const path = `${ALL}/${opened.body.id}`
  expect(await program(`POST ${path}/run`)).toMatchObject({
    status: 409,
    body: { code: 'import-incomplete' },
  })
  const rows = { body: { lines: LINES } }
  expect(await program(`POST ${path}/rows`, rows)).toMatchObject({
    status: 200,
    body: { loaded: 2, total: 2 },
  })
  expect(await program(`POST ${path}/run`, { body: {} })).toMatchObject({
    status: 200,
    body: { state: 'finished', done: 2, invited: 1, refused: 1 },
  })
  const { body } = await program(`GET ${path}/rows`)
  expect(body).toMatchObject({
    next: null,
    items: [
      { line: 2, outcome: 'invited', invitation: expect.stringMatching(/^inv_/), problems: [] },
      {
        line: 3,
        outcome: 'refused',
        problems: [{ field: expect.stringMatching(/^project/), code: 'name-unknown' }],
      },
    ],
  })
  expect(await program(`POST ${path}/cancel`)).toMatchObject({ status: 410, body: { code: 'import-closed' } })
})

test('a column that there is not is refused', async () => {
  const lines = [{ line: 2, cells: { recipient: 'ada@example.com', shoe_size: '42' } }]
  expect(await program(`POST ${ALL}/check`, { body: { lines } })).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: '#/lines/0/cells/shoe_size' }] },
  })
  const camel = [{ line: 2, cells: { recipient: 'ada@example.com', projectRole: 'Viewer' } }]
  expect((await program(`POST ${ALL}/check`, { body: { lines: camel } })).status).toBe(400)
})
