import { type Answered, CallError } from './call-error.ts'

/** Calls in one request; the server takes as many. */
const MOST_CALLS_A_REQUEST = 20

type Kind = 'query' | 'mutation'
type Call = {
  path: string
  input: unknown
  signal: AbortSignal | undefined
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

const waiting: Record<Kind, Call[]> = { query: [], mutation: [] }

/**
 * Calls a procedure over the batched HTTP protocol of tRPC: calls made in one turn go in one request. Always by POST,
 * so that no input is ever part of an address. Throws `CallError` when the server says no, and whatever `fetch`
 * throws when it cannot be asked or `signal` says that nobody waits any more.
 */
export function call(kind: Kind, path: string, input: unknown, signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (waiting[kind].push({ path, input, signal, resolve, reject }) === 1) setTimeout(send, 0, kind)
  })
}

function send(kind: Kind): void {
  const calls = waiting[kind].splice(0)
  for (let first = 0; first < calls.length; first += MOST_CALLS_A_REQUEST) {
    void request(calls.slice(first, first + MOST_CALLS_A_REQUEST))
  }
}

async function request(calls: readonly Call[]): Promise<void> {
  try {
    const response = await fetch(`/trpc/${calls.map(({ path }) => path).join(',')}?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      // Others in the same request are still waited for.
      signal: calls.length === 1 ? (calls[0]?.signal ?? null) : null,
      body: JSON.stringify(Object.fromEntries(calls.map(({ input }, index) => [index, input]))),
    })
    const answers: unknown = await response.json()
    for (const [index, { resolve, reject }] of calls.entries()) {
      // One answer for all of them: the request as a whole was refused.
      const answer: unknown = Array.isArray(answers) ? answers[index] : answers
      if (isDone(answer)) resolve(answer.result.data)
      else reject(isFailed(answer) ? new CallError(answer.error.message, answer.error.data) : unreadable())
    }
  } catch (error) {
    for (const { reject } of calls) reject(error)
  }
}

const unreadable = () => new CallError('The answer is not one of Roster’s.')

function isDone(answer: unknown): answer is { result: { data?: unknown } } {
  return has(answer, 'result') && isObject(answer.result)
}

function isFailed(answer: unknown): answer is { error: { message: string; data: Answered } } {
  return has(answer, 'error') && has(answer.error, 'message') && typeof answer.error.message === 'string'
}

function has<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return isObject(value) && key in value
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
