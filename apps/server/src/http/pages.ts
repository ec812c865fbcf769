import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url))
const ONE_YEAR_SECONDS = 31_536_000

/** Serves the built dashboard: its hashed assets for ever, and its one page for every other path. */
export async function servePages(app: FastifyInstance, directory: string = BUILT): Promise<void> {
  if (!existsSync(directory)) return
  await app.register(fastifyStatic, {
    root: directory,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/')
      reply.header('cache-control', hashed ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache')
    },
  })
  // A page from before an upgrade asks for code that is gone: it hears so, instead of getting a page for code.
  app.get('/assets/*', (_request, reply) => reply.callNotFound())
  app.get('/*', (_request, reply) => reply.header('cache-control', 'no-cache').sendFile('index.html'))
}
