import { inspect } from 'node:util'
import { isRefusal, Roster, RosterError } from '@roster/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Acme, acme } from './acme.ts'

let here: Acme
beforeAll(async () => {
  here = await acme()
})
afterAll(() => here.stop())

/** What a call was refused with. */
async function refusalOf(asked: PromiseLike<unknown>): Promise<RosterError> {
  try {
    await asked
  } catch (error) {
    if (error instanceof RosterError) return error
    throw error
  }
  throw new Error('it was not refused')
}

test('C5 a refusal is told by its status, its stable code and a sentence for people', async () => {
  const invitations = here.as('member').organization('acme').invitations
  const error = await refusalOf(invitations.create(['friend@acme.test']))
  expect(error).toMatchObject({ status: 403, code: 'not-permitted', errors: [], incident: null })
  expect(error.message).toBe(error.detail)
  expect(error.type).toContain('/docs/reference/problems#not-permitted')
  expect(isRefusal(error)).toBe(true)
  expect(isRefusal(error, 'not-found', 'not-permitted')).toBe(true)
  expect(isRefusal(error, 'not-found')).toBe(false)
  expect(isRefusal(new Error('not-permitted'))).toBe(false)
  expect(String(error)).toMatch(/^RosterError: .*\.$/)
})

test('what is wrong with which field is told for each', async () => {
  const members = here.as('owner').organization('acme').members
  const error = await refusalOf(members.list({ pageSize: 1000, orderBy: '-name', page: 0 }))
  expect(error).toMatchObject({ status: 400, code: 'invalid-input' })
  expect(error.errors.map(({ parameter }) => parameter).sort()).toEqual(['page', 'page_size'])
})

test('what is not there, and what is somebody else’s, is not found', async () => {
  const client = here.as('owner')
  const none = `mem_${'0'.repeat(26)}`
  for (const asked of [
    client.organization('acme').members.get(none),
    client.organization('globex').members.list(),
  ])
    expect(isRefusal(await refusalOf(asked), 'not-found')).toBe(true)
})

test('a key is in no error, and in nothing that is logged of a client', async () => {
  const key = `rst_${'A'.repeat(36)}`
  const client = new Roster({ url: here.server.listening, key })
  const error = await refusalOf(client.organization('acme').members.list())
  expect(error).toMatchObject({ status: 401, code: 'key-invalid' })
  const away = new Roster({ url: 'http://127.0.0.1:1', key, retries: 0 })
  const unreachable = await refusalOf(away.organization('acme').members.list())
  expect(unreachable).toMatchObject({ status: 0, code: 'unreachable' })
  expect(isRefusal(unreachable)).toBe(false)
  const shown = [error, unreachable, client, client.organization('acme')].map((one) =>
    inspect(one, { depth: 9, showHidden: true }),
  )
  expect(`${shown.join()}${JSON.stringify([error, client])}`).not.toContain(key)
})

test('what cannot be an address, a key, or an id is said at once', async () => {
  const key = `rst_${'A'.repeat(36)}`
  expect(() => new Roster({ url: 'roster.example', key })).toThrow(TypeError)
  expect(() => new Roster({ url: 'file:///tmp', key })).toThrow('https://')
  expect(() => new Roster({ url: 'https://roster.example', key: 'two\nlines' })).toThrow('rst_')
  expect(() => here.as('owner').organization('acme').members.get('')).toThrow('member')
})

test('an address that is not Roster’s is told as such', async () => {
  const elsewhere = here.as('owner', {
    fetch: async () => new Response('<html>Welcome</html>', { headers: { 'content-type': 'text/html' } }),
  })
  expect(await refusalOf(elsewhere.project(here.project).get())).toMatchObject({ code: 'not-understood' })
  const failing = here.as('owner', { fetch: async () => new Response('<html>', { status: 404 }) })
  expect(await refusalOf(failing.project(here.project).get())).toMatchObject({
    status: 404,
    code: 'not-understood',
  })
})
