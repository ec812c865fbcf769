import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIRST, type Running, running } from '../testing/running.ts'

let server: Running
let cookie: string
beforeAll(async () => {
  server = await running()
  const setUp = await server.call('identity.setUp', { ...FIRST, secret: server.secret })
  cookie = setUp.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterAll(() => server.stop())

/** One red pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

const upload = (image: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${server.listening}/avatars`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...headers },
    body: JSON.stringify({ image }),
  })

test('D4 a picture is taken, served under its hash for ever, and as nothing but a picture', async () => {
  const answer = await upload(PNG)
  expect(answer.status).toBe(200)
  const { avatar } = await answer.json()
  expect(avatar).toMatch(/^\/avatars\/[0-9a-f]{64}\.webp$/)
  const served = await fetch(`${server.listening}${avatar}`)
  const { status, headers } = served
  expect(status).toBe(200)
  expect(Buffer.from(await served.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP')
  expect(headers.get('content-type')).toBe('image/webp')
  expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('A53 a picture from another site, or from nobody, is refused before it is read', async () => {
  expect((await upload(PNG, { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await upload(PNG, {})).status).toBe(401)
})

test('A57 what is no picture is refused in plain words, and so is what is far too large', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64')
  const refused = await upload(svg)
  expect(refused.status).toBe(400)
  expect(await refused.json()).toEqual({
    message: 'This picture cannot be used: use a JPEG, PNG or WebP file.',
  })
  expect((await upload('A'.repeat(7_000_000))).status).toBe(400)
  expect((await upload('A'.repeat(8_000_000))).status).toBe(413)
})

test.each(['x.webp', `${'0'.repeat(64)}.webp`, `${'0'.repeat(64)}`, '..%2fhealth'])(
  '%s leads nowhere',
  async (file) => {
    expect((await fetch(`${server.listening}/avatars/${file}`)).status).toBe(404)
  },
)
