import { randomUUID } from 'node:crypto'
import { type Context, type Deps, validateSession } from '@roster/api'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Turns the session cookie of a request into an actor, and gives its calls what they need of the door. */
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
