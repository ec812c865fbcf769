import { avatarImage, type Context, type Deps, uploadAvatar } from '@roster/api'
import { Refusal } from '@roster/domain'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A picture of 5 MB in base64, and the JSON around it. */
const MOST_BODY_BYTES = 7 * 1_048_576
const ONE_YEAR_SECONDS = 31_536_000

/**
 * The door for pictures of people: taken from whoever is signed in, beyond the size that other calls may have, and
 * served
 * by their hash, so that what was fetched once is never asked for again.
 */
export function serveAvatars(
  app: FastifyInstance,
  deps: Deps,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
): void {
  app.post('/avatars', {
    bodyLimit: MOST_BODY_BYTES,
    // Before the body is read: nobody else makes us hold seven megabytes.
    async onRequest(request, reply) {
      const { actor } = await contextOf(request, reply)
      if (!actor) throw new Refusal('not-signed-in')
    },
    handler: async (request, reply) => uploadAvatar(await contextOf(request, reply), request.body),
  })
  app.get<{ Params: { file: string } }>('/avatars/:file', async (request, reply) => {
    const hash = /^([0-9a-f]{64})\.webp$/.exec(request.params.file)?.[1]
    const image = hash && (await avatarImage(deps, hash))
    if (!image) throw new Refusal('not-found')
    return reply
      .header('content-type', 'image/webp')
      .header('cache-control', `private, max-age=${ONE_YEAR_SECONDS}, immutable`)
      .header('content-disposition', 'inline')
      .send(Buffer.from(image))
  })
}
