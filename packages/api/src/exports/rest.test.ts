import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { programOf } from '../testing/program.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const ALL = '/organizations/acme/exports'

test('D35 D49 a program prepares an export and fetches the file', async () => {
  const program = await programOf(home, 'owner', 'owner')
  const made = await program(`POST ${ALL}`, { body: { what: 'members', format: 'json' } })
  expect(made).toMatchObject({
    status: 201,
    body: { url: `https://roster.test/api/v1/exports/${made.body.id}` },
  })
  const { status, headers, file } = await program(`GET /exports/${made.body.id}`)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="acme-members-2026-05-04.json"',
  })
  let text = ''
  for await (const piece of file?.text ?? []) text += piece
  expect(JSON.parse(text)).toHaveLength(5)
  home.advance(11 * 60_000)
  expect(await program(`GET /exports/${made.body.id}`)).toMatchObject({
    status: 410,
    body: { code: 'export-expired' },
  })
})

test('nobody else fetches it, and nobody who may not read what is in it', async () => {
  const program = await programOf(home, 'owner', 'owner')
  const { body } = await program(`POST ${ALL}`, { body: { what: 'audit', format: 'csv' } })
  const admin = await programOf(home, 'admin', 'admin')
  expect((await admin(`GET /exports/${body.id}`)).status).toBe(410)
  const member = await programOf(home, 'member', 'member')
  expect((await member(`POST ${ALL}`, { body: { what: 'members', format: 'csv' } })).status).toBe(403)
})
