import { createServer, type Server as HttpServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from './children.ts'
import type { Installation } from './installation.ts'
import { field, keepAsking, once } from './load.ts'
import { quantile } from './numbers.ts'
import { LIST } from './reading.ts'

export const EVENTS = 10_000
const LONGEST_MS = 300_000

/** Ten thousand events to one receiver on this machine, and how others fared meanwhile. */
export interface FanOut {
  readonly members: number
  /** From the call that makes the events to the last of them received. */
  readonly milliseconds: number
  readonly perSecond: number
  /** Events that came more than once. */
  readonly again: number
  /** Somebody else's first page of members, in milliseconds. */
  readonly others: { readonly p50: number; readonly p99: number }
}

/** Invites ten thousand addresses in one call and waits until a receiver was told of each. */
export async function fanOut(server: Server, installation: Installation): Promise<FanOut> {
  const { owner, member, members } = installation
  const ask = (procedure: string, input: object) =>
    once({
      server,
      path: `/trpc/${procedure}`,
      ask: { token: owner, input: { organization: 'acme', ...input } },
    })
  const receiver = await listen()
  const made = await ask('webhooks.create', {
    name: 'bench',
    url: `http://127.0.0.1:${receiver.port}/`,
    events: ['invitation.sent'],
  })
  const list = { server, path: LIST, ask: { token: member, input: { organization: 'acme' } } }
  const reading = keepAsking(list)
  const began = performance.now()
  const recipients = Array.from({ length: EVENTS }, (_, at) => `w${process.pid}.${at}@example.test`)
  await ask('invitations.send', { recipients })
  while (receiver.seen.size < EVENTS) {
    if (performance.now() - began > LONGEST_MS)
      throw new Error(`only ${receiver.seen.size} of ${EVENTS} events were received`)
    await pause(5)
  }
  const milliseconds = performance.now() - began
  const others = await reading.stop()
  await ask('webhooks.delete', { webhook: field(made, 'webhook') })
  receiver.close()
  return {
    members,
    milliseconds,
    perSecond: (EVENTS / milliseconds) * 1_000,
    again: receiver.came() - receiver.seen.size,
    others: { p50: quantile(others, 0.5), p99: quantile(others, 0.99) },
  }
}

/** A receiver that takes everything at once, and counts by the name that each event has for ever. */
async function listen() {
  const seen = new Set<string>()
  let came = 0
  const server: HttpServer = createServer((request, response) => {
    came += 1
    seen.add(String(request.headers['webhook-id']))
    request.resume()
    request.on('end', () => response.writeHead(204).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port')
  return {
    port: address.port,
    seen,
    came: () => came,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
