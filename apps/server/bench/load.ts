import autocannon, { type Request } from 'autocannon'
import type { Server } from './children.ts'
import { cpuMicroseconds } from './machine.ts'

/** Who asks, and what. */
export interface Ask {
  /** The session; nobody without one. */
  readonly token?: string
  /** The API key of a program, which asks as programs do. */
  readonly key?: string
  readonly input?: object
}

/** What is asked of a server. A procedure is asked as our pages ask it: by POST, with Origin and session cookie. */
export interface Call {
  readonly server: Server
  readonly path: string
  readonly method?: 'GET' | 'POST'
  /** A function when each request is another one. */
  readonly ask: Ask | (() => Ask)
}

/** What came of one go. */
export interface Sample {
  /** How long each answer took, ascending. */
  readonly milliseconds: readonly number[]
  readonly perSecond: number
  /** Processor time of the server for each answer, in microseconds. */
  readonly cpu: number | null
}

const LOOK_EVERY_MS = 10
const LONGEST_SECONDS = 600

/**
 * Asks so many times, as fast as answers come on each connection. Throws when an answer is a refusal. It is never
 * ended by the clock: calls given up half-way would go on working in the server and be charged to what comes next.
 */
export async function fire(call: Call, connections: number, calls: number): Promise<Sample> {
  const before = cpuMicroseconds(call.server.pid)
  const began = performance.now()
  const { answers, run } = begin(call, connections, calls)
  const { errors, mismatches, non2xx } = await run
  const after = cpuMicroseconds(call.server.pid)
  if (errors + mismatches + non2xx > 0 || answers.length < calls) {
    throw new Error(`${call.path}: ${errors} errors, ${non2xx} not 200, ${mismatches} refused`)
  }
  const seconds = ((answers.at(-1)?.at ?? began) - began) / 1_000
  return {
    milliseconds: ascending(answers),
    perSecond: answers.length / seconds,
    cpu: before === null || after === null ? null : (after - before) / answers.length,
  }
}

/** Asks on one connection until it is stopped, then answers how long each answer took, ascending. */
export function keepAsking(call: Call): { stop(): Promise<readonly number[]> } {
  const { answers, run } = begin(call, 1, null)
  return {
    async stop() {
      run.stop()
      await run
      return ascending(answers)
    },
  }
}

interface Answer {
  readonly at: number
  readonly took: number
}

function ascending(answers: readonly Answer[]): readonly number[] {
  return answers.map(({ took }) => took).sort((a, b) => a - b)
}

function begin(call: Call, connections: number, calls: number | null) {
  const { server, path, method = 'POST', ask } = call
  const answers: Answer[] = []
  const changing = typeof ask === 'function'
  const run = autocannon({
    url: `http://127.0.0.1:${server.port}${path}`,
    method,
    headers: {},
    // With a function it is asked once for every request, and only then.
    requests: [
      changing
        ? { setupRequest: (request: Request) => ({ ...request, ...requestOf(call, ask()) }) }
        : requestOf(call, ask),
    ],
    connections,
    duration: LONGEST_SECONDS,
    ...(calls !== null && { amount: calls }),
    sampleInt: LOOK_EVERY_MS,
    skipAggregateResult: true,
    ...(changing && { verifyBody: (body: string) => !body.includes('"ok":false') }),
  })
  run.on('response', (_client, _status, _bytes, took) => answers.push({ at: performance.now(), took }))
  return { answers, run }
}

function requestOf({ server, method = 'POST' }: Call, { token, key, input = {} }: Ask) {
  if (key !== undefined) {
    const authorization = `Bearer ${key}`
    if (method === 'GET') return { headers: { authorization } }
    return { headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(input) }
  }
  const cookie: Record<string, string> = token ? { cookie: `roster=${token}` } : {}
  if (method === 'GET') return { headers: cookie }
  const headers = { 'content-type': 'application/json', origin: server.origin, ...cookie }
  return { headers, body: JSON.stringify(input) }
}

/** One call, for what has to be known or done beside the measuring; answers the result of the procedure. */
export async function once(call: Call): Promise<unknown> {
  const { server, path, ask } = call
  const { headers, body = null } = requestOf(call, typeof ask === 'function' ? ask() : ask)
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', headers, body })
  const said: unknown = await answer.json()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said).slice(0, 500)}`)
  return field(field(said, 'result'), 'data')
}

/** A field of something that came over the wire. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
