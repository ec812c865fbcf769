import { randomUUID } from 'node:crypto'
import { type AppRouter, appRouter, type Context, type Deps, validateSession } from '@roster/api'
import { Refusal } from '@roster/domain'
import type { TRPCError } from '@trpc/server'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Calls in one request at the most; limits count calls, not requests. */
const MOST_CALLS_A_REQUEST = 20

/** The browser's door: every procedure under `/trpc`, authenticated by the session cookie. */
export async function serveTrpc(
  app: FastifyInstance,
  deps: Deps,
  cookieName: string,
  https: boolean,
): Promise<void> {
  const trpcOptions: FastifyTRPCPluginOptions<AppRouter>['trpcOptions'] = {
    router: appRouter,
    maxBatchSize: MOST_CALLS_A_REQUEST,
    // Queries come by POST as well, so that no input, and so no secret of a link, is ever part of a URL.
    allowMethodOverride: true,
    createContext: ({ req, res }) => contextOf(deps, cookieName, https, req, res),
    responseMeta: ({ errors }) => retryAfter(errors),
  }
  await app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions })
}

/** Says when to come back where a limit or a full storage refused (RFC 9110 §10.2.3): the longest wait of a batch. */
function retryAfter(errors: readonly TRPCError[]): { headers?: Record<string, string> } {
  const waits = errors.flatMap(({ cause }) => {
    if (!(cause instanceof Refusal)) return []
    if (cause.kind === 'too-many') return [Number(cause.facts.seconds ?? 1)]
    return cause.kind === 'unavailable' ? [1] : []
  })
  return waits.length > 0 ? { headers: { 'retry-after': String(Math.max(...waits)) } } : {}
}

/** What our doors know of a call: who makes it, by the session cookie. */
export async function contextOf(
  deps: Deps,
  cookieName: string,
  https: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const token = request.cookies[cookieName]
  const now = deps.clock()
  const session = token ? await validateSession(deps, token, now) : null
  return {
    ...deps,
    actor: session ? { kind: 'user', id: session.user } : null,
    session: session?.session ?? null,
    now,
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 500) ?? '',
    setSession(begun) {
      const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const
      if (begun) reply.setCookie(cookieName, begun.token, { ...attributes, expires: new Date(begun.until) })
      else reply.clearCookie(cookieName, attributes)
    },
    report(error) {
      const incident = randomUUID()
      request.log.error({ err: error, incident }, 'a bug answered a request')
      return incident
    },
  }
}
