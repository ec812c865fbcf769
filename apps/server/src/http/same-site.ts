import { Refusal } from '@roster/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What takes a key in a header and never a cookie: no page of another site has anything to lend it. */
const FOR_PROGRAMS = /^\/(?:api|access)\//

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses every writing request that a page of ours did not send: it must come from our own origin (by
 * `Sec-Fetch-Site`, or by `Origin` where the browser sends none) and must be JSON, which no form can send.
 */
export function requireSameSite(app: FastifyInstance, origin: () => string): void {
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method) || FOR_PROGRAMS.test(request.url)) return
    if (!fromOurPages(request, origin())) throw new Refusal('cross-site')
    const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
    if (type !== 'application/json') {
      return reply.code(415).send({ message: 'Send application/json.' })
    }
  })
}

function fromOurPages(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return request.headers.origin === origin
}
