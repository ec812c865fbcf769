import type { Answer, Answered, AnyOptions, AnyPage, Listing } from './answer.ts'
import { ROUTES } from './generated/routes.ts'
import { camelCase } from './names.ts'
import type { RouteRow } from './route-row.ts'
import { type Connection, type Outgoing, send } from './send.ts'
import { isObject, toQuery, toWire } from './wire.ts'

/** What is given to an operation: what stands in its path and everything else, by name. */
export type Given = Readonly<Record<string, unknown>>

/** Makes a call by the name of its operation. */
export type Call = (name: string, given: Given, options?: AnyOptions) => Answer<unknown>

/** The ETag that an answer was read with: it goes along without being a part of it. */
const tags = new WeakMap<object, string>()

/** The ETag of an answer; null for what has none, or is no answer. */
export function etagOf(answer: object): string | null {
  return tags.get(answer) ?? null
}

/** Calls that go out by this connection. */
export function caller(connection: Connection): Call {
  const call: Call = (name, given, options = {}) => {
    const row = ROUTES[name]
    if (!row) throw new TypeError(`there is no operation called ${name}`)
    const asked = send(connection, outgoing(row, given, options), options).then((answered) =>
      withItems(row, given, answered),
    )
    const value = asked.then(({ value, etag }) => {
      if (isObject(value) && etag !== null) tags.set(value, etag)
      return value
    })
    const answer = heardOtherwise(value, { withResponse: () => value.then(() => asked) })
    return row[2]?.pages ? listing(answer, (cursor) => call(name, from(given, cursor), options)) : answer
  }
  return call
}

/**
 * A promise with other ways to wait for it: what goes wrong is told to whoever waits by one of them, and is no rejection
 * that nobody handled.
 */
function heardOtherwise<Value, Ways extends Readonly<Record<PropertyKey, () => unknown>>>(
  promise: Promise<Value>,
  ways: Ways,
): Promise<Value> & Ways {
  const heard = Object.fromEntries(
    Reflect.ownKeys(ways).map((name) => [
      name,
      () => {
        promise.catch(() => undefined)
        return ways[name]?.()
      },
    ]),
  )
  return Object.assign(promise, ways, heard)
}

function outgoing([method, path, marks]: RouteRow, given: Given, options: AnyOptions): Outgoing {
  const rest = { ...given }
  const filled = path.replace(/\{(\w+)\}/g, (_, wire: string) => {
    const name = camelCase(wire)
    const value = rest[name]
    delete rest[name]
    if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is an id, and none was given`)
    // As steps of a path they would lead elsewhere: what deletes a member would delete what they are in.
    if (value === '.' || value === '..') throw new TypeError(`${name} is an id, and ${value} is none`)
    return encodeURIComponent(value)
  })
  const inUrl = method === 'GET' || method === 'DELETE'
  const query = toQuery({ ...(inUrl ? rest : {}), ...(options.dryRun && { dryRun: true }) }).toString()
  const takes = marks?.fields === true || marks?.list !== undefined
  return {
    method,
    target: query === '' ? filled : `${filled}?${query}`,
    headers: {
      ...(method === 'POST' && { 'idempotency-key': options.idempotencyKey ?? newName() }),
      ...(options.ifMatch !== undefined && { 'if-match': tagOf(options.ifMatch) }),
    },
    body: !inUrl && takes ? toWire(rest) : undefined,
    file: marks?.file === true,
  }
}

function tagOf(asRead: string | object): string {
  const tag = typeof asRead === 'string' ? asRead : etagOf(asRead)
  if (tag === null) throw new TypeError('ifMatch takes an answer as it was read, or its ETag')
  return tag
}

/** 128 random bits: `crypto.randomUUID` is missing in pages that came without TLS. */
function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Each result of many is told with the very entry that was given. */
function withItems([, , marks]: RouteRow, given: Given, answered: Answered<unknown>): Answered<unknown> {
  const { value } = answered
  const items = marks?.list === undefined ? undefined : given[marks.list]
  if (!isObject(value) || !Array.isArray(value.results) || !Array.isArray(items)) return answered
  const results = value.results.map((one, place) => (isObject(one) ? { ...one, item: items[place] } : one))
  return { ...answered, value: { ...value, results } }
}

function from(given: Given, cursor: string): Given {
  const { page: _, ...rest } = given
  return { ...rest, cursor }
}

function listing(first: Answer<unknown>, next: (cursor: string) => PromiseLike<unknown>): Listing<AnyPage> {
  async function* pages() {
    let page = pageIn(await first)
    yield page
    while (page.nextCursor !== null) {
      page = pageIn(await next(page.nextCursor))
      yield page
    }
  }
  async function* items() {
    for await (const page of pages()) yield* page.items
  }
  return heardOtherwise(first.then(pageIn), {
    withResponse: async () => {
      const answered = await first.withResponse()
      return { ...answered, value: pageIn(answered.value) }
    },
    pages,
    [Symbol.asyncIterator]: items,
  })
}

function pageIn(value: unknown): AnyPage {
  if (isPage(value)) return value
  throw new TypeError('a list answered with something else than a page')
}

function isPage(value: unknown): value is AnyPage {
  return (
    isObject(value) &&
    Array.isArray(value.items) &&
    (value.nextCursor === null || typeof value.nextCursor === 'string')
  )
}
