import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A message as a real server took it: the envelope, the bytes, and what a mail client reads from them. */
export type Arrived = { from: string; to: string[]; raw: string; email: Email }

export type Sink = { url: string; arrived: Arrived[]; sawData(): number; close(): Promise<void> }

/** What the server does at a stage: nothing, a reply code with its words, or dropping the connection. */
export type Script = {
  mail?: Reply
  recipient?: Reply
  /** After the whole message was read. */
  data?: Reply | 'hang-up'
  options?: SMTPServerOptions
  scheme?: 'smtp' | 'smtps'
  credentials?: string
  /** A free one unless given. */
  port?: number
}

type Reply = { code: number; words: string }

/** A real SMTP server on a free loopback port that behaves as scripted. */
export async function startSink(script: Script = {}): Promise<Sink> {
  const arrived: Arrived[] = []
  let dataSeen = 0
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => done(refusal(script.mail)),
    onRcptTo: (_address, _session, done) => done(refusal(script.recipient)),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        dataSeen += 1
        if (script.data === 'hang-up') return hangUp(sockets)
        if (script.data) return done(refusal(script.data))
        const bytes = Buffer.concat(chunks)
        arrived.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: bytes.toString('latin1'),
          email: await PostalMime.parse(bytes),
        })
        return done()
      })
    },
    ...script.options,
  })
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('error', () => undefined)
  server.listen(script.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `${script.scheme ?? 'smtp'}://${script.credentials ?? ''}127.0.0.1:${portOf(server.server)}`,
    arrived,
    sawData: () => dataSeen,
    async close() {
      hangUp(sockets)
      await new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

/** A server that takes connections and never finishes a greeting: silent, or one byte at every `trickle` ms. */
export async function startTarpit(trickle?: number): Promise<Pick<Sink, 'url' | 'close'>> {
  const sockets = new Set<Socket>()
  const server = createServer(async (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.resume()
    if (trickle === undefined) return
    socket.write('220 tarpit\r\n')
    while (!socket.destroyed) {
      socket.write('2')
      await pause(trickle)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    async close() {
      hangUp(sockets)
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** A loopback port on which nobody listens. */
export async function deadUrl(): Promise<string> {
  const { url, close } = await startTarpit()
  await close()
  return url
}

function refusal(reply: Reply | undefined): Error | null {
  return reply ? Object.assign(new Error(reply.words), { responseCode: reply.code }) : null
}

function hangUp(sockets: Set<Socket>): void {
  for (const socket of sockets) socket.destroy()
  sockets.clear()
}

function portOf(server: { address(): unknown }): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null || !('port' in address))
    throw new Error('Not listening')
  return Number(address.port)
}
