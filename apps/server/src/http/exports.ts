import { Readable } from 'node:stream'
import { type Context, exportFile } from '@roster/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The door for downloads: a file is made while it is sent, as fast as it is taken, and kept nowhere. */
export function serveExports(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  app.get<{ Params: { name: string } }>('/exports/:name', async (request, reply) => {
    const { name, type, text } = await exportFile(await contextOf(request, reply), request.params.name)
    return reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .send(Readable.from(text, { objectMode: false }))
  })
}
