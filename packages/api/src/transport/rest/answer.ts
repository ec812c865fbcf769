import { hash } from 'node:crypto'
import { isId, Refusal } from '@roster/domain'
import { z } from 'zod'
import { PartlyDone } from '../../platform/command.ts'
import type { Repeat } from '../../platform/repeat.ts'
import type { RestFile } from './file.ts'
import { camelCase } from './names.ts'
import { httpProblem, inputProblem, type Place, type Problem, problemOf } from './problem.ts'
import type { Given, RestCall, Route } from './route.ts'
import { paramsOf } from './taken.ts'

/** A request as the HTTP server found it, its route known. */
export interface RestRequest extends Given {
  /** The path and query as they were asked for, to make the links of other pages from. */
  readonly target: string
  readonly ifMatch?: string | undefined
  readonly ifNoneMatch?: string | undefined
  readonly idempotencyKey?: string | undefined
}

export interface RestAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null for none. */
  readonly body: unknown
  /** What is sent instead of a body, while it is made. */
  readonly file?: RestFile
}

/** Where programs find everything. */
export const REST_ROOT = '/api/v1'

/**
 * Answers a request by its route: authorized, validated and carried out as every door does, refused as a problem
 * (RFC 9457). `report` logs what is a bug and answers the id under which it is found.
 */
export async function answerRest(
  call: RestCall,
  route: Route,
  request: RestRequest,
  report: (error: unknown) => string,
): Promise<RestAnswer> {
  const { url } = call.instance
  try {
    return await answered(call, route, request)
  } catch (error) {
    if (error instanceof z.ZodError) return problem(inputProblem(url, error, placeIn(route)))
    if (error instanceof Refusal)
      return refused(problemOf(url, error, placeIn(route)(String(error.facts.field))), error)
    const halfway = error instanceof PartlyDone
    return problem(httpProblem(url, halfway ? 'internal-halfway' : 'internal', report(error)))
  }
}

async function answered(call: RestCall, route: Route, request: RestRequest): Promise<RestAnswer> {
  const named = namedCall(call, route, request)
  try {
    const params = await byPerson(call, request.params)
    const asked = { ...request, params }
    const { body, location, file } = await route.run(withPrecondition(named.call, route, asked), asked)
    if (file) return { status: route.success, headers: headersOf(file), body: null, file }
    const headers: Record<string, string> = {
      ...(location && route.success === 201 && { location: `${REST_ROOT}${location}` }),
      ...(named.replayed() && { 'idempotent-replayed': 'true' }),
      ...(route.pages && linksOf(request, body)),
    }
    if (route.method === 'GET' && !route.pages) {
      headers.etag = entityTag(body)
      if (matches(request.ifNoneMatch, headers.etag)) return { status: 304, headers, body: null }
    } else if (route.resource && route.answers === route.resource.answers) headers.etag = entityTag(body)
    return { status: route.dryRun && request.query.dry_run === 'true' ? 200 : route.success, headers, body }
  } finally {
    named.over()
  }
}

function headersOf({ name, type }: RestFile): Record<string, string> {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
}

/** A member may be named by their account as well, since that is what other systems know. */
async function byPerson({ reader, actor }: RestCall, params: Given['params']): Promise<Given['params']> {
  const { member } = params
  if (member === undefined || !isId('usr', member)) return params
  const row = await reader
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', actor.organization)
    .where('user_id', '=', member)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row ? { ...params, member: row.id } : params
}

/** If-Match holds in the transaction of the change: what it was read as is what is changed (RFC 9110 §13.1.1). */
function withPrecondition(call: RestCall, { resource }: Route, { params, ifMatch }: RestRequest): RestCall {
  if (!resource || ifMatch === undefined || ifMatch.trim() === '*') return call
  const known = new Set(paramsOf(resource.path))
  const at = Object.fromEntries(Object.entries(params).filter(([name]) => known.has(name)))
  return {
    ...call,
    async precondition(reader) {
      const { body } = await resource.run({ ...call, reader }, { params: at, query: {}, body: null })
      if (!matches(ifMatch, entityTag(body))) throw new Refusal('precondition-failed', { field: 'If-Match' })
    },
  }
}

/** Whether one of the tags listed is this one; weak ones are compared by their text. */
function matches(listed: string | undefined, tag: string): boolean {
  if (listed === undefined) return false
  return listed.split(',').some((one) => one.trim().replace(/^W\//, '') === tag || one.trim() === '*')
}

/** What goes on at this moment under a name that its caller gave it: a call that comes twice at once is done once. */
const underWay = new Set<string>()
const NAME = /^[\x21-\x7e]{1,255}$/

function namedCall(call: RestCall, route: Route, request: RestRequest) {
  const { idempotencyKey: name } = request
  let replayed = false
  if (name === undefined || route.method !== 'POST' || !route.writes)
    return { call, replayed: () => false, over: () => undefined }
  if (!NAME.test(name)) {
    const reason = 'from 1 to 255 visible characters of ASCII'
    throw new Refusal('invalid-input', { field: 'Idempotency-Key', reason })
  }
  const key = hash('sha256', name)
  const mark = `${call.actor.key} ${key}`
  if (underWay.has(mark)) throw new Refusal('repeat-under-way', { field: 'Idempotency-Key' })
  underWay.add(mark)
  const repeat: Repeat = {
    caller: call.actor.key,
    key,
    fingerprint: hash('sha256', JSON.stringify([route.name, request.target, request.body ?? null])),
    withoutSecrets: (answer) => answer,
    replayed() {
      replayed = true
    },
  }
  return { call: { ...call, repeat }, replayed: () => replayed, over: () => underWay.delete(mark) }
}

/** The pages around this one, as RFC 8288 has them. */
function linksOf({ target }: RestRequest, body: unknown): { link?: string } {
  if (typeof body !== 'object' || body === null) return {}
  const next = 'next_cursor' in body && typeof body.next_cursor === 'string' ? body.next_cursor : null
  const page = 'page' in body && typeof body.page === 'number' ? body.page : null
  const at = new URL(target, 'http://roster.invalid')
  const to = (rel: string, fields: Readonly<Record<string, string | null>>) => {
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) at.searchParams.delete(name)
      else at.searchParams.set(name, value)
    }
    return `<${at.pathname}${at.search}>; rel="${rel}"`
  }
  const byCursor = at.searchParams.has('cursor')
  const links = [to('first', { cursor: null, page: null })]
  if (!byCursor && page !== null && page > 1) links.push(to('prev', { page: String(page - 1) }))
  if (next !== null) links.push(to('next', { page: null, cursor: next }))
  return { link: links.join(', ') }
}

function placeIn(route: Route): (field: string) => Place {
  const inPath = new Set(paramsOf(route.path))
  return (field) => {
    if (field === 'If-Match' || field === 'Idempotency-Key') return 'header'
    if (inPath.has(field)) return 'path'
    if (field === 'dry_run') return 'query'
    if (route.query && (camelCase(field) ?? field) in route.query.shape) return 'query'
    return route.body || route.method === 'POST' || route.method === 'PATCH' ? 'body' : 'query'
  }
}

/** Says when to come back where a limit or a full storage refused (RFC 9110 §10.2.3). */
function refused(said: Problem, refusal: Refusal): RestAnswer {
  const answer = problem(said)
  const seconds = refusal.kind === 'too-many' ? Number(refusal.facts.seconds ?? 1) : 1
  if (refusal.kind !== 'too-many' && refusal.kind !== 'unavailable') return answer
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } }
}

/** A problem as an answer. */
export function problem(said: Problem): RestAnswer {
  return { status: said.status, headers: { 'content-type': 'application/problem+json' }, body: said }
}

/** What stands for an answer as it is now (RFC 9110 §8.8.3). */
function entityTag(body: unknown): string {
  return `"${hash('sha256', JSON.stringify(body), 'base64url').slice(0, 27)}"`
}
