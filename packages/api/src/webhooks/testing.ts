import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { OrganizationId, WebhookId } from '@roster/domain'
import { createPoster, type Poster } from '@roster/webhooks'
import { recordAudit } from '../platform/audit.ts'
import type { House } from '../testing/house.ts'
import type { WebhookLog } from './attempt.ts'
import { sendAllWebhooks } from './worker.ts'

export interface Got {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly got: readonly Got[]
  /** How it answers from now on: a status, or as it likes. */
  answer(with_: number | ((response: ServerResponse, got: Got) => void)): void
  close(): Promise<void>
}

/** A receiver of webhooks on this machine. */
export async function receiver(): Promise<Receiver> {
  const got: Got[] = []
  let respond = (response: ServerResponse, _: Got): void => {
    response.writeHead(204).end()
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(chunks).toString() }
      got.push(one)
      respond(response, one)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen')
  return {
    url: `http://127.0.0.1:${address.port}/hooks`,
    got,
    answer(as) {
      respond =
        typeof as === 'number'
          ? (response) => response.writeHead(as).end(`said ${as}`)
          : (response, one) => as(response, one)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What was sent, by its type. */
export function typesOf(got: readonly Got[]): readonly string[] {
  return got.map(({ body }) => {
    const { type }: { type: string } = JSON.parse(body)
    return type
  })
}

export const silent: WebhookLog = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Sends on this machine, and has little patience. */
export function localPoster(timeoutMs = 300): Poster {
  return createPoster({ toPrivate: true, userAgent: 'Roster/test', timeoutMs })
}

/** A house whose operator allows private networks, with one poster for saving and sending. */
export function sending(home: House, poster: Poster) {
  return () => sendAllWebhooks(home.deps, poster, silent)
}

/** Appends entries to the trail of an organization, as fast as that goes. */
export async function manyEvents(home: House, organization: OrganizationId, count: number): Promise<void> {
  const { newId, writer } = home.deps
  for (let from = 0; from < count; from += 500) {
    await writer.run((tx) =>
      recordAudit(
        tx,
        newId,
        {
          chain: organization,
          action: 'member.updated',
          at: home.now(),
          actor: { kind: 'system', id: null },
          allowedBy: null,
          change: newId('chg'),
        },
        Array.from({ length: Math.min(500, count - from) }, () => ({ target: null })),
      ),
    )
  }
}

/** An endpoint of acme, with its secret. */
export function hook(
  home: House,
  url: string,
  events: string[] = ['*'],
): Promise<{ webhook: WebhookId; secret: string }> {
  return home.as('owner').webhooks.create({ organization: 'acme', name: 'Chat', url, events })
}
