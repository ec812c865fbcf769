import type { Deps } from '@roster/api'
import type { FastifyInstance } from 'fastify'

/** `/healthz`: the process answers. `/readyz`: it can read and write its database. Neither tells more. */
export function serveHealth(app: FastifyInstance, { reader, writer }: Deps): void {
  app.get('/healthz', { logLevel: 'warn' }, async () => ({ status: 'ok' }))
  app.get('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    try {
      await reader.selectFrom('organization').select('id').limit(1).execute()
      await writer.run((tx) => tx.selectFrom('organization').select('id').limit(1).execute())
      return { status: 'ready' }
    } catch (error) {
      request.log.error({ err: error }, 'not ready')
      return reply.code(503).send({ status: 'unavailable' })
    }
  })
}
