import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, running } from '../testing/running.ts'

let server: Running
beforeAll(async () => {
  server = await running()
})
afterAll(() => server.stop())

test.each([
  ['a method that nobody knows', 'PURGE', '/api/v1/organizations/acme/members', 405, 'method-not-allowed'],
  ['a method where nothing is', 'PROPFIND', '/api/v1/nowhere', 404, 'no-such-route'],
  ['a path that is no text', 'GET', '/api/v1/organizations/%zz/members', 400, 'malformed-request'],
  ['a path that is half a character', 'GET', '/api/v1/organizations/%c3/members', 400, 'malformed-request'],
  ['a path outside of every version', 'GET', '/api/v0/members', 404, 'no-such-route'],
] as const)('%s is refused with problem details, as all else is', async (_, method, path, status, code) => {
  const answer = await fetch(`${server.listening}${path}`, { method })
  expect([answer.status, answer.headers.get('content-type')?.split(';', 1)[0]]).toEqual([
    status,
    'application/problem+json',
  ])
  expect(await answer.json()).toMatchObject({ status, code })
  if (status === 405) expect(answer.headers.get('allow')).toBe('GET')
})

test('a page of another site may ask which methods there are, and so may anybody', async () => {
  const asked = { method: 'OPTIONS', headers: { origin: 'https://app.test' } }
  const answer = await fetch(`${server.listening}/api/v1/organizations/acme/members`, asked)
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
})
