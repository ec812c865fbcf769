import { randomUUID } from 'node:crypto'
import {
  AUTHZEN_ENDPOINTS,
  AUTHZEN_METADATA,
  type AuthzenEndpoint,
  answerAuthzen,
  authzenMetadata,
  type Deps,
  STATUS,
} from '@roster/api'
import { Refusal } from '@roster/domain'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { KeyGate } from './key-gate.ts'

const ENDPOINTS: readonly AuthzenEndpoint[] = [
  'access_evaluation_endpoint',
  'access_evaluations_endpoint',
  'search_subject_endpoint',
  'search_resource_endpoint',
  'search_action_endpoint',
]

/**
 * The HTTPS binding of the OpenID AuthZEN Authorization API 1.0 (section 10.1): the same keys as everywhere, errors as
 * sentences, and whatever names a request names its answer.
 */
export async function serveAuthzen(app: FastifyInstance, deps: Deps, gate: KeyGate): Promise<void> {
  await app.register(async (pdp) => {
    pdp.addHook('onRequest', async (request, reply) => {
      const id = request.headers['x-request-id']
      if (id !== undefined) reply.header('x-request-id', id)
    })
    sentencesOnly(pdp)
    pdp.get(AUTHZEN_METADATA, async (_request, reply) =>
      reply
        .header('content-type', 'application/json')
        .header('cache-control', 'public, max-age=3600')
        .send(JSON.stringify(authzenMetadata(deps.instance.url))),
    )
    for (const endpoint of ENDPOINTS) serve(pdp, deps, gate, endpoint)
    pdp.all('/access/*', async (_request, reply) => say(reply, 404, 'There is no such endpoint.'))
  })
}

function serve(pdp: FastifyInstance, deps: Deps, gate: KeyGate, endpoint: AuthzenEndpoint): void {
  pdp.post(AUTHZEN_ENDPOINTS[endpoint], async (request, reply) => {
    const { actor, headers, now } = await gate.admit(request, 'checks')
    const { ip: address } = request
    const userAgent = request.headers['user-agent']?.slice(0, 500) ?? ''
    const call = { ...deps, actor, now, session: null, address, userAgent }
    const answer = await answerAuthzen(call, endpoint, request.body)
    reply.headers(headers)
    if ('message' in answer) return say(reply, answer.status, answer.message)
    return reply
      .header('content-type', 'application/json')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(answer.body))
  })
}

/** What HTTP, the limits and bugs say no with, as sentences as well. */
function sentencesOnly(pdp: FastifyInstance): void {
  pdp.setErrorHandler((error, request, reply) => {
    if (error instanceof Refusal) {
      if (error.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer realm="Roster"')
      if (error.kind === 'too-many') reply.header('retry-after', String(error.facts.seconds ?? 1))
      return say(reply, STATUS[error.kind].http, error.message)
    }
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
    if (status >= 400 && status < 500)
      return say(reply, status, 'This request cannot be understood: send JSON.')
    const incident = randomUUID()
    request.log.error({ err: error, incident }, 'a bug answered a request')
    return say(reply, 500, `Something went wrong on our side (${incident}).`)
  })
}

function say(reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/plain; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(sentence)
}
