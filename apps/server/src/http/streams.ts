import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

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
