import { type AppRouter, appRouter, type Deps } from '@roster/api'
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contextOf } from './context.ts'
import { servePosts } from './posts.ts'

/** Calls in one request at the most; limits count calls, not requests. */
const MOST_CALLS_A_REQUEST = 20

/** The browser's door: every procedure under `/trpc`, authenticated by the session cookie. */
export async function serveTrpc(
  app: FastifyInstance,
  deps: Deps,
  cookieName: string,
  https: boolean,
): Promise<void> {
  const createContext = (request: FastifyRequest, reply: FastifyReply) =>
    contextOf(deps, cookieName, https, request, reply)
  await app.register(async (door) => {
    door.removeContentTypeParser('application/json')
    door.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_: unknown, body: string) => body,
    )
    servePosts(door, { mostCalls: MOST_CALLS_A_REQUEST, createContext })
    // What is left for GET is the stream of changes, which tRPC's own handler answers.
    door.get<{ Params: { path: string } }>('/trpc/:path', (request, reply) =>
      fastifyRequestHandler<AppRouter, FastifyRequest, FastifyReply>({
        router: appRouter,
        maxBatchSize: MOST_CALLS_A_REQUEST,
        createContext: ({ req, res }) => createContext(req, res),
        req: request,
        res: reply,
        path: request.params.path,
      }),
    )
  })
}
