import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { type Letter, readLetters } from './letters.ts'

const PATIENCE_MS = 30_000
const LOOK_EVERY_MS = 25

/** Everybody's mailboxes behind one real SMTP server on loopback. Each letter is read once, as people do. */
export interface Mailbox {
  /** For `ROSTER_SMTP_URL`. */
  readonly url: string
  /** The oldest unread letter to the address, its subject holding `subject` if given; waits up to 15 s for it. */
  waitFor(address: string, subject?: string | RegExp): Promise<Letter>
  /** The link of that letter that asks for an action: the first one with a fragment, else the first one. */
  linkFor(address: string, subject?: string | RegExp): Promise<string>
  /** All letters that came so far, to everybody or to one address, read or not, oldest first. */
  letters(address?: string): readonly Letter[]
  /** From now on the address is turned away with this reply: 5xx for good, 4xx for now, null takes it back. */
  refuse(address: string, reply: { readonly code: number; readonly words: string } | null): void
  close(): Promise<void>
}

/** Opens the mailboxes on a free loopback port. */
export async function openMailbox(): Promise<Mailbox> {
  const arrived: Letter[] = []
  const read = new Set<Letter>()
  const refused = new Map<string, Error>()

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => done(refused.get(address.toLowerCase())),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        readLetters(Buffer.concat(chunks), { from, to }).then((letters) => {
          arrived.push(...letters)
          done()
        }, done)
      })
    },
  })
  server.on('error', () => undefined) // a client that hangs up is not our concern
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const bound = server.server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The mail server has no port.')

  async function waitFor(address: string, subject: string | RegExp = ''): Promise<Letter> {
    const until = Date.now() + PATIENCE_MS
    for (;;) {
      const letter = arrived.find(
        (each) => !read.has(each) && each.to === address.toLowerCase() && holds(each.subject, subject),
      )
      if (letter) {
        read.add(letter)
        return letter
      }
      if (Date.now() > until) throw new Error(missing(address, subject, arrived, read))
      await pause(LOOK_EVERY_MS)
    }
  }

  return {
    url: `smtp://127.0.0.1:${bound.port}`,
    waitFor,
    async linkFor(address, subject) {
      const { links, text } = await waitFor(address, subject)
      const link = links.find((each) => each.includes('#')) ?? links[0]
      if (link === undefined) throw new Error(`The letter to ${address} holds no link:\n${text}`)
      return link
    },
    letters: (address) => arrived.filter(({ to }) => address === undefined || to === address.toLowerCase()),
    refuse(address, reply) {
      if (reply === null) refused.delete(address.toLowerCase())
      else
        refused.set(
          address.toLowerCase(),
          Object.assign(new Error(reply.words), { responseCode: reply.code }),
        )
    },
    close: () => new Promise((closed) => server.close(closed)),
  }
}

function holds(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}

function missing(
  address: string,
  subject: string | RegExp,
  arrived: readonly Letter[],
  read: ReadonlySet<Letter>,
): string {
  const came = arrived.map((each) => `  ${each.to}: ${each.subject}${read.has(each) ? ' (read)' : ''}`)
  return `No letter to ${address} about “${subject}” came. What did come:\n${came.join('\n') || '  nothing'}`
}
