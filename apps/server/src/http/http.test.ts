import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIRST, type Running, running } from '../testing/running.ts'

let server: Running
beforeAll(async () => {
  server = await running()
})
afterAll(() => server.stop())

/** Sends what `fetch` would not: other methods and headers. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.listening)
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('requests from elsewhere', () => {
  test('A53 a page of another site may ask with a key by every method, and never with a cookie', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await fetch(`${server.listening}/api/v1/organizations/acme/members`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://elsewhere.test',
          'access-control-request-method': method,
          'access-control-request-headers': 'authorization, content-type, if-match, idempotency-key',
        },
      })
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('access-control-allow-methods')?.split(/, ?/)).toContain(method)
      expect(headers.get('access-control-allow-headers')).toContain('if-match')
    }
  })

  test.each([
    ['application/json', '{}'],
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'a=b'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/octet-stream', '{}'],
  ])('A53 a cross-site POST of %s is refused', async (type, body) => {
    const headers = { 'content-type': type, origin: 'https://evil.test' }
    expect(await raw('POST', '/trpc/identity.signOut', headers, body)).toBe(403)
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
  ])('A53 only JSON is taken, not %s, even from our own origin', async (type) => {
    const headers = { 'content-type': type, origin: server.url }
    expect(await raw('POST', '/trpc/identity.signOut', headers, '{}')).toBe(415)
  })

  test('A53 Sec-Fetch-Site outweighs a matching Origin', async () => {
    const headers = { 'content-type': 'application/json', origin: server.url, 'sec-fetch-site': 'cross-site' }
    expect(await raw('POST', '/trpc/identity.signOut', headers, '{}')).toBe(403)
  })

  test('A53 nothing is changed by GET', async () => {
    expect(await raw('GET', '/trpc/identity.signOut')).toBe(405)
  })

  test.each(['TRACE', 'PUT', 'DELETE', 'PATCH'])('%s leads nowhere', async (method) => {
    const headers = { 'content-type': 'application/json', origin: server.url }
    expect(await raw(method, '/trpc/identity.status', headers)).toBeGreaterThanOrEqual(400)
  })
})

describe('sizes', () => {
  test('A54 more than twenty calls in a batch are refused', async () => {
    const path = Array.from({ length: 21 }, () => 'identity.status').join(',')
    const input = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [at, {}]))
    const answer = await server.call(`${path}?batch=1`, input)
    expect(answer.status).toBe(400)
  })

  test('A57 a body beyond a megabyte is refused before it is parsed', async () => {
    const answer = await server.call('identity.signIn', { email: 'x'.repeat(1_200_000), password: 'x' })
    expect(answer.status).toBe(413)
  })

  test('malformed JSON gets a 400 in plain words', async () => {
    const headers = { 'content-type': 'application/json', origin: server.url }
    expect(await raw('POST', '/trpc/identity.signIn', headers, '{"email":')).toBe(400)
  })
})

describe('answers', () => {
  test('A60 unknown fields are refused by name, and nothing internal leaks', async () => {
    const answer = await server.call('identity.signIn', { email: 'a@b.test', password: 'x', admin: true })
    const text = await answer.text()
    expect(answer.status).toBe(400)
    expect(text).toContain('invalid-input')
    expect(text).not.toMatch(/stack|node_modules|\.ts\b|sqlite/i)
  })

  test('an unknown procedure is not found', async () => {
    expect((await server.call('identity.nothing')).status).toBe(404)
  })

  test.each(['constructor', '__proto__', 'identity.then', 'toString'])(
    'a path of %s is not found',
    async (path) => {
      expect((await server.call(path)).status).toBe(404)
    },
  )

  test.each([`/trpc/${'a'.repeat(6_000)}`, '/trpc/%zz', '/trpc/%'])(
    'S2 a path that is none is not said back',
    async (path) => {
      const headers = { 'content-type': 'application/json', origin: server.url }
      const answer = await fetch(`${server.listening}${path}`, { method: 'POST', headers, body: '{}' })
      expect([400, 414]).toContain(answer.status)
      expect(await answer.json()).toEqual({ message: 'This request cannot be understood.' })
    },
  )

  test('have the status of their kind, also when it is the input that is refused', async () => {
    const own = await running()
    const setUp = await own.call('identity.setUp', { secret: own.secret, ...FIRST })
    const cookie = setUp.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    const get = await own.call('members.get', { organization: 'acme', member: 'none' }, { cookie })
    expect(get.status).toBe(404)
    const recipients = Array.from({ length: 10_001 }, (_, index) => `p${index}@acme.test`)
    const send = await own.call('invitations.send', { organization: 'acme', recipients }, { cookie })
    expect(send.status).toBe(413)
    await own.stop()
  })

  test('carry the security headers', async () => {
    const { headers } = await fetch(`${server.listening}/healthz`)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('of the API are never stored', async () => {
    const answer = await server.call('identity.status')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('health and readiness say so and no more', async () => {
    expect(await (await fetch(`${server.listening}/healthz`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${server.listening}/readyz`)).json()).toEqual({ status: 'ready' })
  })
})

test('A55 whoever guesses too often is told when to come back', async () => {
  const guess = () => server.call('identity.signIn', { email: 'nobody@acme.test', password: 'wrong' })
  let answer = await guess()
  for (let tries = 0; tries < 60 && answer.status === 401; tries++) answer = await guess()
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

describe('the session cookie', () => {
  test('is HttpOnly and Lax, and not Secure over plain http, where it would be lost', async () => {
    const answer = await server.call('identity.setUp', { secret: server.secret, ...FIRST })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^roster=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).not.toContain('Secure')
  })

  test('is pinned to the host by its name when the public address is https', async () => {
    const secure = await running({ ROSTER_URL: 'https://roster.test' })
    const answer = await secure.call('identity.setUp', { secret: secure.secret, ...FIRST })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-roster=/)
    expect(cookie).toContain('Secure')
    expect(cookie).toContain('Path=/')
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
    await secure.stop()
  })

  test('A46 links come from the configured address, whatever Host says', async () => {
    const development = await running({ NODE_ENV: 'development' })
    await development.call('identity.setUp', { secret: development.secret, ...FIRST })
    const { hostname, port } = new URL(development.listening)
    await new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', origin: development.url, host: 'evil.test' }
      const sent = request(
        { hostname, port, path: '/trpc/identity.askPasswordReset', method: 'POST', headers },
        resolve,
      )
      sent.on('error', reject)
      sent.end('{"email":"ada@acme.test"}')
    })
    const letters = async (): Promise<string> => (await development.call('mailbox.list')).text()
    await expect.poll(letters, { timeout: 5_000 }).toContain('Reset your password')
    const [, id] = /"id":"([^"]+)"/.exec(await letters()) ?? []
    const letter = await (await development.call('mailbox.get', { id })).text()
    expect(letter).toContain(`${development.url}/reset/`)
    expect(letter).not.toContain('evil.test')
    await development.stop()
  })
})

describe('the address of a caller', () => {
  test.each([
    ['false', '127.0.0.1'],
    ['true', '198.51.100.7'],
    ['1', '198.51.100.7'],
    ['2', '203.0.113.9'],
  ])('A55 behind proxies trusted as %s it is never what the caller wrote first', async (trusted, address) => {
    const proxied = await running({ ROSTER_TRUST_PROXY: trusted })
    const headers = { 'x-forwarded-for': '192.0.2.66, 203.0.113.9, 198.51.100.7' }
    const answer = await proxied.call('identity.setUp', { secret: proxied.secret, ...FIRST }, headers)
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
    const sessions = await proxied.call('identity.sessions', {}, { cookie })
    expect(await sessions.json()).toMatchObject({ result: { data: [{ address }] } })
    await proxied.stop()
  })
})
