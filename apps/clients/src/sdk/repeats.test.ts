import { RosterError } from '@roster/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Acme, acme } from './acme.ts'

let here: Acme
beforeAll(async () => {
  here = await acme()
})
afterAll(() => here.stop())

/** A network that does what it is told to with one request after the other, and then works; what was sent is kept. */
function network(...events: readonly ((real: () => Promise<Response>) => Promise<Response>)[]) {
  const sent: Headers[] = []
  const fetch: typeof globalThis.fetch = (url, init) => {
    const event = events[sent.length]
    sent.push(new Headers(init?.headers))
    const real = () => globalThis.fetch(url, init)
    return event ? event(real) : real()
  }
  return { fetch, sent }
}

const broken = async () => {
  throw new TypeError('fetch failed')
}
const lostAnswer = async (real: () => Promise<Response>) => {
  await real()
  throw new TypeError('fetch failed')
}
const answers =
  (status: number, headers: Record<string, string> = {}) =>
  async () =>
    new Response(JSON.stringify({ code: 'busy', detail: 'Roster is busy.' }), { status, headers })

test('a call whose answer was lost is made again under the same name, and done once', async () => {
  const { fetch, sent } = network(lostAnswer)
  const { invitations } = here.as('owner', { fetch }).organization('acme')
  const asked = invitations.create(['once@acme.test'])
  expect((await asked).results).toMatchObject([{ ok: true, item: 'once@acme.test' }])
  expect(await asked.withResponse()).toMatchObject({ replayed: true, status: 200 })
  const names = sent.map((headers) => headers.get('idempotency-key'))
  expect(names).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), names[0]])
  expect(await invitations.list({ search: 'once@acme.test' })).toMatchObject({ total: 1 })
})

test('a caller may name their call', async () => {
  const { fetch, sent } = network()
  const { invitations } = here.as('owner', { fetch }).organization('acme')
  const one = invitations.create(['named@acme.test'], {}, { idempotencyKey: 'import-17' })
  const two = one.then(() => invitations.create(['named@acme.test'], {}, { idempotencyKey: 'import-17' }))
  const ids = [await one, await two].map(({ results: [first] }) =>
    first?.ok ? first.result.id : first?.refusal,
  )
  expect(ids[1]).toBe(ids[0])
  expect(sent.map((headers) => headers.get('idempotency-key'))).toEqual(['import-17', 'import-17'])
  await expect(
    invitations.create(['other@acme.test'], {}, { idempotencyKey: 'import-17' }),
  ).rejects.toMatchObject({
    code: 'repeat-differs',
  })
})

test('a call is made again when the network fails or the server cannot answer now, as often as is allowed', async () => {
  const { fetch, sent } = network(broken, answers(503, { 'retry-after': '0' }))
  const client = here.as('owner', { fetch })
  await expect(client.project(here.project).get()).resolves.toMatchObject({ name: 'Site' })
  expect(sent).toHaveLength(3)
  const down = network(broken, broken, broken)
  await expect(
    here.as('owner', { fetch: down.fetch, retries: 1 }).project(here.project).get(),
  ).rejects.toMatchObject({
    code: 'unreachable',
  })
  expect(down.sent).toHaveLength(2)
  const never = network(answers(429, { 'retry-after': '0' }))
  await expect(
    here.as('owner', { fetch: never.fetch }).project(here.project).get({ retries: 0 }),
  ).rejects.toMatchObject({ status: 429 })
  expect(never.sent).toHaveLength(1)
})

test('what was refused for good is not asked again', async () => {
  const { fetch, sent } = network()
  await expect(
    here.as('member', { fetch }).organization('acme').invitations.create(['a@acme.test']),
  ).rejects.toThrow(RosterError)
  expect(sent).toHaveLength(1)
})

test('an attempt takes so long and no longer', async () => {
  const hanging = network(hang, hang)
  const client = here.as('owner', { fetch: hanging.fetch, retries: 1, timeoutMs: 50 })
  await expect(client.project(here.project).get()).rejects.toMatchObject({ code: 'timed-out', status: 0 })
  expect(hanging.sent).toHaveLength(2)

  function hang(): Promise<Response> {
    return new Promise((_, reject) => setTimeout(() => reject(new TypeError('aborted')), 200))
  }
})

test('the caller ends a call: while it is made, before it, and while it waits to be made again', async () => {
  const client = here.as('owner', { fetch: network(answers(503, { 'retry-after': '50' })).fetch })
  const stop = new AbortController()
  const waiting = client.project(here.project).get({ signal: stop.signal })
  setTimeout(() => stop.abort(new Error('enough')), 50)
  await expect(waiting).rejects.toThrow('enough')
  await expect(client.project(here.project).get({ signal: stop.signal })).rejects.toThrow('enough')
  await expect(
    here.as('owner').organization('acme').members.list({}, { signal: AbortSignal.abort() }),
  ).rejects.toMatchObject({ name: 'AbortError' })
})
