import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeKey } from '../../keys/testing.ts'
import { type House, house } from '../../testing/house.ts'
import { programOf, programWith } from '../../testing/program.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const ALL = '/organizations/acme/invitations'

test('one thing acted on once more under the same name is answered as it was then, whatever it is now', async () => {
  const program = await programOf(home, 'owner', 'owner')
  const sent = await program(`POST ${ALL}`, { body: { recipients: ['ada@example.com'] } })
  const [{ result }] = sent.body.results
  const resend = (idempotencyKey?: string) =>
    program(`POST ${ALL}/${result.id}/resend`, { body: {}, ...(idempotencyKey && { idempotencyKey }) })
  const first = await resend('once')
  const second = await resend()
  expect(second.body.generation).toBe(first.body.generation + 1)
  const again = await resend('once')
  expect(again).toMatchObject({ status: first.status, headers: { 'idempotent-replayed': 'true' } })
  expect(again.body).toEqual(first.body)
  const now = await program(`GET ${ALL}/${result.id}`)
  expect(now.body.generation).toBe(second.body.generation)
})

test('the link of one invitation is not shown twice under the same name', async () => {
  const program = await programOf(home, 'owner', 'owner')
  const sent = await program(`POST ${ALL}`, { body: { recipients: ['ada@example.com'] } })
  const [{ result }] = sent.body.results
  const link = () => program(`POST ${ALL}/${result.id}/link`, { idempotencyKey: 'once' })
  const first = await link()
  expect(first.body.link).toEqual(expect.stringContaining('http'))
  const again = await link()
  expect(again.status).toBe(first.status)
  expect(again.body).toEqual({ ...first.body, link: null })
})

test('A39 what a key may not read any more is not told by asking once more', async () => {
  const { secret, id } = await makeKey(home, 'owner', 'owner')
  const program = programWith(home, secret)
  const make = () =>
    program('POST /organizations/acme/roles', {
      body: { name: 'Reader', level: 'organization', description: '', permissions: ['organization.read'] },
      idempotencyKey: 'once',
    })
  const first = await make()
  expect(first.status).toBe(201)
  expect((await make()).body).toEqual(first.body)
  await home.as('owner').keys.update({ organization: 'acme', key: id, permissions: ['roles.manage'] })
  expect((await make()).body).toMatchObject({ code: 'not-permitted' })
})
