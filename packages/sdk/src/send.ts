import type { Answered, CallOptions } from './answer.ts'
import { type RosterError, refusedWith, unanswered } from './error.ts'
import { delayBefore, mayTryAgain, wait } from './retry.ts'
import { fromWire } from './wire.ts'

/** Where requests go, and as whom. */
export interface Connection {
  /** The address of the API, without a slash behind. */
  readonly root: string
  readonly key: string
  readonly fetch: typeof globalThis.fetch
  readonly timeoutMs: number
  readonly retries: number
  /** Undefined in browsers, which say themselves who they are. */
  readonly userAgent: string | undefined
}

export interface Outgoing {
  readonly method: string
  /** Below the root, with its query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  /** Undefined for none. */
  readonly body: unknown
  /** Whether what is answered is a file, and handed on as it is. */
  readonly file: boolean
}

/** Sends a request, again if need be, and answers what came back; refusals and silence are thrown as RosterError. */
export async function send(
  connection: Connection,
  outgoing: Outgoing,
  options: CallOptions,
): Promise<Answered<unknown>> {
  const { signal, retries = connection.retries } = options
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted()
    try {
      return await sendOnce(connection, outgoing, options, attempt)
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (!(error instanceof Again)) throw error
      const delay = attempt < retries ? delayBefore(attempt, error.retryAfter) : null
      if (delay === null) throw error.why
      await wait(delay, signal)
    }
  }
}

/** What went wrong and may go well another time. */
class Again extends Error {
  readonly why: RosterError
  readonly retryAfter: string | null

  constructor(why: RosterError, retryAfter: string | null) {
    super(why.message)
    this.why = why
    this.retryAfter = retryAfter
  }
}

async function sendOnce(
  connection: Connection,
  { method, target, headers, body, file }: Outgoing,
  { signal, timeoutMs = connection.timeoutMs }: CallOptions,
  attempt: number,
): Promise<Answered<unknown>> {
  const { key, userAgent } = connection
  const inTime = AbortSignal.timeout(timeoutMs)
  let response: Response
  let text: string
  try {
    response = await connection.fetch(`${connection.root}${target}`, {
      method,
      headers: {
        accept: file ? '*/*' : 'application/json',
        authorization: `Bearer ${key}`,
        ...(userAgent && { 'user-agent': userAgent }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A key is sent to the address it was given for and to no other.
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
    })
    text = await response.text()
  } catch (cause) {
    throw new Again(unanswered(inTime.aborted ? 'timed-out' : 'unreachable', cause), null)
  }
  const { status } = response
  const read = response.ok && file ? text : readJson(text)
  if (response.ok && read !== NOT_JSON)
    return {
      value: fromWire(read),
      status,
      etag: response.headers.get('etag'),
      replayed: response.headers.get('idempotent-replayed') === 'true',
      headers: response.headers,
    }
  const refusal = response.ok ? unanswered('not-understood') : refusedWith(response, read)
  if (mayTryAgain(status, refusal.code, attempt))
    throw new Again(refusal, response.headers.get('retry-after'))
  throw refusal
}

const NOT_JSON = Symbol('not JSON')

/** What a text says; undefined for an empty one. */
function readJson(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return NOT_JSON
  }
}
