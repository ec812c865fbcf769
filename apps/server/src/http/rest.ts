import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import cors from '@fastify/cors'
import {
  answerRest,
  type Deps,
  type HttpProblem,
  httpProblem,
  openApiDocument,
  problemOf,
  REST_ROOT,
  REST_ROUTES,
  type RestAnswer,
  type Route,
} from '@roster/api'
import { Refusal } from '@roster/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { KeyGate } from './key-gate.ts'

/** What an answer lets a page of another site read: no cookie is ever taken here, so any may ask. */
const EXPOSED = [
  'Link',
  'ETag',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Idempotent-Replayed',
]

/** What pages of other sites may ask with. The library would name those that need no asking beforehand. */
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * The programs' door: every route of the api under `/api/v1`, with an API key in the Authorization header and nowhere
 * else. Whatever it refuses it answers as problem details.
 */
export async function serveRest(app: FastifyInstance, deps: Deps, gate: KeyGate): Promise<void> {
  await app.register(async (api) => {
    // A question about methods is answered, whoever asks it.
    await api.register(cors, {
      origin: '*',
      methods: METHODS,
      exposedHeaders: EXPOSED,
      maxAge: 86_400,
      strictPreflight: false,
    })
    problemsOnly(api, deps)
    for (const route of REST_ROUTES) serve(api, deps, gate, route)
    const document = documentFor(deps)
    api.get('/api/openapi.json', async (_request, reply) =>
      reply.header('content-type', 'application/json; charset=utf-8').send(document()),
    )
    api.all('/api/*', async (request, reply) => sayNothingThere(request, reply, deps))
  })
}

/** The document as it is served: made once it is asked for, since only then the address is known for certain. */
function documentFor({ instance }: Deps): () => string {
  let made: { readonly url: string; readonly text: string } | null = null
  return () => {
    if (made?.url !== instance.url)
      made = { url: instance.url, text: JSON.stringify(openApiDocument(REST_ROUTES, instance)) }
    return made.text
  }
}

function serve(api: FastifyInstance, deps: Deps, gate: KeyGate, route: Route): void {
  const counted = route.name.startsWith('checks.') ? 'checks' : 'requests'
  api.route({
    method: route.method,
    url: `${REST_ROOT}${route.path.replace(/\{(\w+)\}/g, ':$1')}`,
    exposeHeadRoute: route.method === 'GET',
    handler: async (request, reply) => {
      const { actor, headers, now } = await gate.admit(request, counted)
      const answer = await answerRest(
        {
          ...deps,
          actor,
          now,
          session: null,
          address: request.ip,
          userAgent: request.headers['user-agent']?.slice(0, 500) ?? '',
        },
        route,
        {
          params: textsIn(request.params),
          query: objectIn(request.query),
          body: request.body,
          target: request.url,
          ifMatch: request.headers['if-match'],
          ifNoneMatch: request.headers['if-none-match'],
          idempotencyKey: headerText(request, 'idempotency-key'),
        },
        (error) => reported(request, error),
      )
      return send(reply.headers(headers), answer)
    },
  })
}

/** Answers as the api said. */
export function send(reply: FastifyReply, { status, headers, body, file }: RestAnswer): FastifyReply {
  reply.code(status).headers({ 'cache-control': 'private, no-store', ...headers })
  if (file) return reply.send(Readable.from(file.text, { objectMode: false }))
  if (body === null) return reply.send()
  if (!headers['content-type']) reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(JSON.stringify(body))
}

/** What HTTP, the limits and bugs say no with, as problem details as well. */
function problemsOnly(api: FastifyInstance, deps: Deps): void {
  api.setErrorHandler((error, request, reply) => {
    const { url } = deps.instance
    if (error instanceof Refusal) {
      if (error.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="Roster"')
      if (error.kind === 'too-many') reply.header('retry-after', String(error.facts.seconds ?? 1))
      const said = problemOf(url, error, 'header')
      return reply
        .code(said.status)
        .header('content-type', 'application/problem+json')
        .send(JSON.stringify(said))
    }
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status === 413) return sendProblem(reply, deps, 'body-too-large')
    if (status === 415) return sendProblem(reply, deps, 'unsupported-media-type')
    if (status >= 400 && status < 500) return sendProblem(reply, deps, 'malformed-request')
    return sendProblem(reply, deps, 'internal', reported(request, error))
  })
}

/** Whether a request is one of a program, wherever it is refused. */
export function isForPrograms({ url }: FastifyRequest): boolean {
  return url.startsWith('/api/')
}

/** There is no such resource, or it does not take this method: then it says which it takes. */
export function sayNothingThere(request: FastifyRequest, reply: FastifyReply, deps: Deps): FastifyReply {
  const known = REST_ROUTES.filter(({ path }) => matches(path, request.url))
  if (known.length === 0) return sendProblem(reply, deps, 'no-such-route')
  reply.header('allow', [...new Set(known.map(({ method }) => method))].join(', '))
  return sendProblem(reply, deps, 'method-not-allowed')
}

/** The answer as problem details, of what HTTP itself refuses. */
export function sendProblem(
  reply: FastifyReply,
  deps: Deps,
  code: HttpProblem,
  incident?: string,
): FastifyReply {
  const said = httpProblem(deps.instance.url, code, incident)
  return reply
    .code(said.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(said))
}

function reported(request: FastifyRequest, error: unknown): string {
  const incident = randomUUID()
  request.log.error({ err: error, incident }, 'a bug answered a request')
  return incident
}

/** Whether a URL is one of this route, whatever its method. */
function matches(path: string, url: string): boolean {
  const asked = (url.split('?', 1)[0] ?? '').slice(REST_ROOT.length).split('/')
  const own = path.split('/')
  return (
    own.length === asked.length && own.every((part, place) => part.startsWith('{') || part === asked[place])
  )
}

function headerText(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : value
}

function textsIn(params: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(objectIn(params)).map(([name, value]) => [name, String(value)]))
}

function objectIn(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
