import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSocketServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createPoster, type Poster } from './post.ts'
import type { Resolved } from './resolve.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

function poster(options: Partial<Parameters<typeof createPoster>[0]> = {}): Poster {
  const made = createPoster({ toPrivate: true, userAgent: 'Roster/test', timeoutMs: 400, ...options })
  closing.push(() => made.close())
  return made
}

async function listening(server: Server | ReturnType<typeof createSocketServer>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen')
  return address.port
}

const receiver = (listener: RequestListener) => listening(createServer(listener))
const to = (port: number, host = '127.0.0.1') => ({
  url: `http://${host}:${port}/hooks?token=t`,
  headers: { 'webhook-id': 'aud_1' },
  body: '{"type":"ping ☃"}',
})

test('posts the body as it is, and tells what was answered', async () => {
  const got: unknown[] = []
  const port = await receiver((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url, headers } = request
      got.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(202, { 'x-said': 'y'.repeat(500), 'set-cookie': 'a=b' }).end('thank you')
    })
  })
  expect(await poster().post(to(port))).toEqual({
    kind: 'answered',
    status: 202,
    headers: expect.objectContaining({ 'x-said': 'y'.repeat(200) }),
    body: 'thank you',
    ms: expect.any(Number),
  })
  expect(got).toEqual([
    {
      method: 'POST',
      url: '/hooks?token=t',
      body: '{"type":"ping ☃"}',
      headers: expect.objectContaining({
        'webhook-id': 'aud_1',
        'content-type': 'application/json',
        'user-agent': 'Roster/test',
        host: `127.0.0.1:${port}`,
      }),
    },
  ])
  const answer = await poster().post(to(port))
  expect('headers' in answer && answer.headers['set-cookie']).toBeUndefined()
})

test('A44 a redirect is an answer and is not followed', async () => {
  let asked = 0
  const inside = await receiver((_, response) => {
    asked += 1
    response.end('secret')
  })
  for (const status of [301, 302, 303, 307, 308]) {
    const port = await receiver((_, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${inside}/` }).end(),
    )
    expect(await poster().post(to(port))).toMatchObject({ kind: 'answered', status })
  }
  expect(asked).toBe(0)
})

test('A44 of a huge answer the first 4 KiB are read, and no answer is unpacked', async () => {
  let sent = 0
  const port = await receiver((_, response) => {
    response.writeHead(200)
    const more = () => {
      while (!response.destroyed && sent < 1_000_000_000) {
        sent += 65_536
        if (!response.write('x'.repeat(65_536))) break
      }
    }
    response.on('drain', more)
    more()
  })
  const answer = await poster({ timeoutMs: 5_000 }).post(to(port))
  expect(answer).toMatchObject({ kind: 'answered', status: 200, body: 'x'.repeat(4_096) })
  expect(sent).toBeLessThan(50_000_000)
})

test('F22 a receiver that says nothing is given up in time, and one that never ends has answered', async () => {
  const silent = await receiver(() => undefined)
  expect(await poster().post(to(silent))).toMatchObject({
    kind: 'failed',
    reason: 'There was no answer within 0.4 seconds.',
  })
  const endless = await receiver((_, response) => {
    response.writeHead(200).write('first')
    const timer = setInterval(() => response.write('.'), 50)
    response.on('close', () => clearInterval(timer))
  })
  expect(await poster().post(to(endless))).toMatchObject({
    kind: 'answered',
    status: 200,
    body: expect.stringMatching(/^first/),
  })
})

test('F22 what is no HTTP, what cuts the line and what is not there are told apart', async () => {
  const socket = (talk: (socket: Socket) => void) =>
    listening(
      createSocketServer((one) => {
        one.on('error', () => undefined)
        one.once('data', () => talk(one))
      }),
    )
  const reason = async (port: number) => {
    const posted = await poster().post(to(port))
    return posted.kind === 'failed' ? posted.reason : posted
  }
  expect(await reason(await socket((one) => one.destroy()))).toBe(
    'The connection was cut before there was an answer.',
  )
  expect(await reason(await socket((one) => one.end('220 mail.example ESMTP\r\n')))).toBe(
    'The answer was not one of HTTP.',
  )
  expect(
    await reason(await socket((one) => one.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`))),
  ).toBe('The headers of the answer were too long.')
  const gone = createSocketServer()
  const port = await listening(gone)
  gone.close()
  await once(gone, 'close')
  expect(await reason(port)).toBe('The connection was refused.')
  expect(await poster({ resolve: async () => [] }).post(to(80, 'nowhere.test'))).toMatchObject({
    reason: 'There is no address for nowhere.test.',
  })
  const secure = { ...to(await receiver((_, response) => response.end())) }
  expect(await poster().post({ ...secure, url: secure.url.replace('http:', 'https:') })).toMatchObject({
    kind: 'failed',
  })
})

test('A44 a name that leads inside is not connected to, whatever it led to when it was saved', async () => {
  let asked = 0
  const port = await receiver((_, response) => {
    asked += 1
    response.end()
  })
  const answers: readonly Resolved[][] = [
    [{ address: '93.184.216.34', family: 4 }],
    [{ address: '127.0.0.1', family: 4 }],
    [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
    [{ address: '::ffff:127.0.0.1', family: 6 }],
  ]
  let turn = 0
  const guarded = poster({ toPrivate: false, resolve: async () => answers[turn++] ?? [] })
  const url = `https://rebinding.test:${port}/`
  expect(await guarded.unusable(url)).toBeNull()
  for (let at = 1; at < answers.length; at++) {
    expect(await guarded.post({ url, headers: {}, body: '{}' })).toMatchObject({
      kind: 'failed',
      reason: 'Not sent: it leads to a private or reserved address, which webhooks are not sent to.',
    })
  }
  expect(turn).toBe(answers.length)
  expect(await guarded.post({ url: `https://127.0.0.1:${port}/`, headers: {}, body: '{}' })).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('private or reserved'),
  })
  expect(asked).toBe(0)
})

test('A44 what leads inside is refused when it is saved; a name without an address may be yet to come', async () => {
  const by = (resolve: () => Promise<readonly Resolved[]>) =>
    poster({ toPrivate: false, resolve }).unusable('https://hooks.test/')
  expect(await by(async () => [{ address: '10.0.0.1', family: 4 }])).toContain('private or reserved')
  expect(await by(async () => [{ address: '8.8.8.8', family: 4 }])).toBeNull()
  expect(await by(async () => [])).toBeNull()
  expect(await by(() => Promise.reject(new Error('no network')))).toBeNull()
  expect(await poster({ toPrivate: false }).unusable('https://localhost/')).toContain('private or reserved')
})

test('a connection that the receiver closed meanwhile is opened anew', async () => {
  let connections = 0
  const server = createServer((_, response) => response.end('ok'))
  server.on('connection', () => {
    connections += 1
  })
  const port = await listening(server)
  const kept = poster()
  await kept.post(to(port))
  await kept.post(to(port))
  expect(connections).toBe(1)
  server.closeIdleConnections()
  expect(await kept.post(to(port))).toMatchObject({ kind: 'answered', status: 200 })
})

test('what is under way is given up when asked', async () => {
  const port = await receiver(() => undefined)
  const giving = new AbortController()
  const posting = poster({ timeoutMs: 10_000 }).post({ ...to(port), signal: giving.signal })
  giving.abort()
  expect(await posting).toMatchObject({ kind: 'aborted' })
})
