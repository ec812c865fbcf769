import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

const LOOK_AGAIN_MS = 50

/**
 * Closing ends connections that are idle at that moment. One that was busy then, and is kept by its client for the
 * next call, would keep the server from stopping until it times out: it is ended as soon as it is idle.
 */
export function endIdleConnectionsOnClose(app: FastifyInstance): void {
  let looking: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    looking = setInterval(() => app.server.closeIdleConnections(), LOOK_AGAIN_MS)
  })
  app.server.once('close', () => clearInterval(looking))
}

/** Event streams never end by themselves: they are ended when the server stops, so that stopping does not wait. */
export function endStreamsOnClose(app: FastifyInstance): void {
  const streams = new Set<ServerResponse>()
  app.addHook('onRequest', async (request, reply) => {
    if (!request.headers.accept?.includes('text/event-stream')) return
    streams.add(reply.raw)
    reply.raw.once('close', () => streams.delete(reply.raw))
  })
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.destroy()
  })
}
