import { initTRPC, TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CallError } from './call-error.ts'
import { call } from './transport.ts'

const t = initTRPC.create({
  errorFormatter: ({ shape }) => ({ ...shape, data: { ...shape.data, refusal: null, incident: 'inc_1' } }),
})
const text = (input: unknown) => (typeof input === 'string' ? input : 'nothing')
const router = t.router({
  echo: t.procedure.input(text).query(({ input }) => input),
  nothing: t.procedure.query(() => undefined),
  refuse: t.procedure.query(() => {
    throw new TRPCError({ code: 'FORBIDDEN', message: 'Your role does not allow this.' })
  }),
  change: t.procedure.input(text).mutation(({ input }) => `changed ${input}`),
})

/** The requests that were made, as "METHOD address". */
let asked: string[]

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const req = new Request(`http://roster.test${address}`, init)
    init.signal?.throwIfAborted()
    asked.push(`${req.method} ${address}`)
    return fetchRequestHandler({ endpoint: '/trpc', req, router, allowMethodOverride: true })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('calls of one turn go in one request, by POST, and each gets its own answer', async () => {
  const answers = await Promise.allSettled([
    call('query', 'echo', 'one'),
    call('query', 'refuse', {}),
    call('query', 'nothing', {}),
    call('query', 'echo', 'two'),
  ])
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(answers).toMatchObject([{ value: 'one' }, {}, { value: undefined }, { value: 'two' }])
  expect(asked).toEqual(['POST /trpc/echo,refuse,nothing,echo?batch=1'])
})

test('changes go in a request of their own', async () => {
  expect(await Promise.all([call('query', 'echo', 'one'), call('mutation', 'change', 'two')])).toEqual([
    'one',
    'changed two',
  ])
  expect(asked).toHaveLength(2)
})

test('a request takes 20 calls', async () => {
  const answers = await Promise.all(
    Array.from({ length: 41 }, (_, index) => call('query', 'echo', `${index}`)),
  )
  expect(answers).toEqual(Array.from({ length: 41 }, (_, index) => `${index}`))
  expect(asked).toHaveLength(3)
})

test('what the server said no to has its sentence and what it tells of it', async () => {
  const error = await call('query', 'refuse', {}).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(CallError)
  expect(error).toMatchObject({
    message: 'Your role does not allow this.',
    data: { code: 'FORBIDDEN', httpStatus: 403, incident: 'inc_1' },
  })
})

test('a request refused as a whole is refused for each of its calls', async () => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ error: { message: 'From another site.', data: { refusal: null } } }, { status: 403 }),
  )
  const answers = await Promise.allSettled([call('query', 'echo', 'one'), call('query', 'echo', 'two')])
  expect(answers).toMatchObject([
    { reason: { message: 'From another site.', data: { refusal: null } } },
    { reason: { message: 'From another site.' } },
  ])
})

test('an answer that is not one of ours fails, and says nothing of what was meant', async () => {
  for (const body of ['null', '{}', '[]', '["x"]', '[{"error":1}]', '[{"result":null}]']) {
    vi.stubGlobal('fetch', async () => new Response(body))
    await expect(call('query', 'echo', 'one')).rejects.toMatchObject({ name: 'CallError', data: null })
  }
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }))
  await expect(call('query', 'echo', 'one')).rejects.toThrow(SyntaxError)
})

test('a call that nobody waits for any more is ended, unless others are in its request', async () => {
  const alone = new AbortController()
  const ended = call('query', 'echo', 'one', alone.signal)
  alone.abort()
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' })

  const among = new AbortController()
  const both = Promise.all([call('query', 'echo', 'one', among.signal), call('query', 'echo', 'two')])
  among.abort()
  expect(await both).toEqual(['one', 'two'])
})
