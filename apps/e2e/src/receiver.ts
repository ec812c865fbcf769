import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

/** What was posted to a receiver. */
export interface Posted {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The type of the event. */
  readonly type: string
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string
  readonly posted: readonly Posted[]
  /** The status it answers with from now on. */
  answer(status: number): void
  close(): Promise<void>
}

/** Listens on a free port and takes everything, until told otherwise. */
export async function openReceiver(): Promise<Receiver> {
  const posted: Posted[] = []
  let status = 204
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { type }: { type: string } = JSON.parse(body)
      posted.push({ headers: request.headers, body, type })
      response.writeHead(status).end(status === 204 ? undefined : 'the disk is full')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the receiver does not listen')
  return {
    url: `http://127.0.0.1:${address.port}/hooks`,
    posted,
    answer(next) {
      status = next
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
