import { REST_ROOT } from '@roster/api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { cast } from '../testing/hostile/cast.ts'
import type { RestCast } from '../testing/hostile/rest-attack.ts'
import { restCast } from '../testing/hostile/rest-cast.ts'
import { type Running, running } from '../testing/running.ts'

let server: Running
let programs: RestCast
beforeAll(async () => {
  server = await running({ ROSTER_TRUST_PROXY: 'true', ROSTER_SIGN_UP: 'open' })
  programs = await restCast(server, await cast(server))
}, 60_000)
afterAll(() => server.stop())

const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  fetch(`${server.listening}${REST_ROOT}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${programs.keys.owner}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

test('what was read is not sent again while it is the same, and HEAD tells of it without its body', async () => {
  const first = await ask('GET', '/organizations/acme')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  const again = await ask('GET', '/organizations/acme', { 'if-none-match': tag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await ask('HEAD', '/organizations/acme')
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, ''])
})

test('what was made is found where its Location says', async () => {
  const roles = await (await ask('GET', '/organizations/acme/roles')).json()
  const { items } = z
    .object({ items: z.array(z.object({ id: z.string(), key: z.string().nullable() })) })
    .parse(roles)
  const role = items.find(({ key }) => key === 'viewer')?.id
  const made = [
    await ask('POST', '/organizations/acme/projects', {}, { name: 'Somewhere new' }),
    await ask('POST', '/organizations/acme/keys', {}, { name: 'CI', role }),
    await ask(
      'POST',
      '/organizations/acme/webhooks',
      {},
      {
        name: 'HR',
        url: 'https://hooks.acme.test/roster',
        events: ['member.*'],
      },
    ),
  ]
  for (const answer of made) {
    const location = answer.headers.get('location') ?? ''
    expect([answer.status, location.startsWith(`${REST_ROOT}/`)]).toEqual([201, true])
    const { id } = z.object({ id: z.string() }).parse(await answer.json())
    expect(await (await ask('GET', location.slice(REST_ROOT.length))).json()).toMatchObject({ id })
  }
})
