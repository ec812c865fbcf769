import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { Deps } from '@roster/api'
import { STATUS } from '@roster/api'
import { Refusal } from '@roster/domain'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  fastify,
  LogController,
} from 'fastify'
import type { Logger } from 'pino'
import { serveAuthzen } from './authzen.ts'
import { serveAvatars } from './avatars.ts'
import { serveDocs } from './docs.ts'
import { serveExports } from './exports.ts'
import { setSecurityHeaders } from './headers.ts'
import { serveHealth } from './health.ts'
import { keyGate, type Limits } from './key-gate.ts'
import { servePages } from './pages.ts'
import { isForPrograms, sayNothingThere, sendProblem, serveRest } from './rest.ts'
import { requireSameSite } from './same-site.ts'
import { endIdleConnectionsOnClose, endStreamsOnClose } from './streams.ts'
import { contextOf, serveTrpc } from './trpc.ts'

/** Takes a paste of ten thousand addresses; more is refused before it is parsed. */
const MOST_BODY_BYTES = 1_048_576
const REQUEST_TIMEOUT_MS = 30_000

export interface AppOptions {
  readonly deps: Deps
  readonly log: Logger
  readonly trustProxy: false | number | string
  /** Where the built dashboard is, if not in its own package. */
  readonly pages?: string | undefined
  /** How many requests programs may make. */
  readonly limits: Limits
  /** Where the built documentation is, if not in its own package. */
  readonly docs?: string | undefined
}

/** The HTTP server, ready to listen. What it cannot answer as asked it answers with a 4xx in plain words. */
export async function createApp({
  deps,
  log,
  trustProxy,
  pages,
  limits,
  docs,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: typeof trustProxy === 'number' ? (_address, hop) => hop < trustProxy : trustProxy,
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: 0,
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    // What the router itself refuses: in plain words too, without the path said back.
    frameworkErrors: (error, request, reply: FastifyReply) =>
      isForPrograms(request)
        ? sendProblem(reply, deps, 'malformed-request')
        : reply.code(error.statusCode ?? 400).send({ message: 'This request cannot be understood.' }),
    routerOptions: { maxParamLength: 5_000, ignoreTrailingSlash: true },
  })
  const https = deps.instance.url.startsWith('https:')
  app.removeContentTypeParser('text/plain')
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ req: request, res: reply, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal) return reply.code(STATUS[error.kind].http).send({ message: error.message })
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status >= 400 && status < 500)
      return reply.code(status).send({ message: 'This request cannot be understood.' })
    const incident = randomUUID()
    request.log.error({ err: error, incident }, 'a bug answered a request')
    return reply
      .code(500)
      .send({ message: 'Something went wrong on our side. Nothing was changed.', incident })
  })
  await app.register(cookie)
  await setSecurityHeaders(app, https)
  requireSameSite(app, () => deps.instance.url)
  endStreamsOnClose(app)
  endIdleConnectionsOnClose(app)
  serveHealth(app, deps)
  await serveTrpc(app, deps, cookieName(https), https)
  serveAvatars(app, deps, (request, reply) => contextOf(deps, cookieName(https), https, request, reply))
  serveExports(app, (request, reply) => contextOf(deps, cookieName(https), https, request, reply))
  serveDocs(app, docs)
  const gate = keyGate(deps, limits)
  await serveRest(app, deps, gate)
  await serveAuthzen(app, deps, gate)
  await servePages(app, pages)
  app.setNotFoundHandler((request, reply) =>
    isForPrograms(request)
      ? sayNothingThere(request, reply, deps)
      : reply.code(404).send({ message: 'There is nothing here.' }),
  )
  return app
}

/** `__Host-` pins the cookie to this very host, but browsers take it over https only. */
export function cookieName(https: boolean): string {
  return https ? '__Host-roster' : 'roster'
}
