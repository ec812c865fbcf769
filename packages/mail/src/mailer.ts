import { createTransport } from 'nodemailer'
import { isOneAddress, sender } from './address.ts'
import { failureOf, type Sent, wordsOf } from './sent.ts'
import { Slots } from './slots.ts'
import { smtpServer } from './smtp-url.ts'
import type { Rendered } from './templates/letter.ts'
import { within } from './within.ts'

export type { Sent } from './sent.ts'

export type Outgoing = {
  /** Exactly one plain address. */
  readonly to: string
  /** `id@host`, the same at every attempt, so that a repeated mail can be told from a second one. */
  readonly messageId: string
  readonly rendered: Rendered
}

export type Verified =
  | { readonly kind: 'reachable' }
  | { readonly kind: 'unreachable'; readonly reason: string }

export type Mailer = {
  /** Hands one message to the server. What the server or the network does is a `Sent`, never an exception. */
  send(message: Outgoing): Promise<Sent>
  /** Connects, signs in if there are credentials, and says whether mail could be handed over now. */
  verify(): Promise<Verified>
  /** Takes nothing new, gives what is under way `grace` ms to finish, then hangs up (that is deferred). */
  close(): Promise<void>
}

export type MailerOptions = {
  /** ROSTER_SMTP_URL. */
  readonly url: string
  /** ROSTER_MAIL_FROM. */
  readonly from: string
  /** Connections, and so messages under way, at a time; further ones wait for their turn. */
  readonly connections?: number
  /** All in milliseconds. */
  readonly timeouts?: Partial<Timeouts>
}

type Timeouts = {
  /** Until the connection stands, the name look-up included. */
  connect: number
  /** Until the server has greeted. */
  greeting: number
  /** Of silence in between. */
  silence: number
  /** For one attempt in all: silence alone never catches a server that trickles its reply. */
  attempt: number
  /** For attempts under way when the mailer closes. */
  grace: number
}

const TIMEOUTS: Timeouts = {
  connect: 10_000,
  greeting: 10_000,
  silence: 30_000,
  attempt: 60_000,
  grace: 5_000,
}

/** Every mail is written by a program: out-of-office replies and read receipts would go to nobody (RFC 3834). */
const HEADERS = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
} as const

const MESSAGE_ID = /^[\w.+-]{1,120}@[\w.:[\]-]{1,120}$/

/** A mailer for one SMTP server. Throws an Error naming the variable when `url` or `from` cannot be used. */
export function createMailer({ url, from, connections = 3, timeouts = {} }: MailerOptions): Mailer {
  const limits = { ...TIMEOUTS, ...timeouts }
  const own = sender(from)
  const transport = pool(url, connections, limits)
  const slots = new Slots(connections)
  const underWay = new Set<Promise<Sent>>()
  let closed = false

  async function attempt({ to, messageId, rendered }: Outgoing): Promise<Sent> {
    if (closed) return { kind: 'deferred', reason: 'Roster is shutting down.' }
    try {
      const { response } = await transport.sendMail({
        from: own,
        to: { name: '', address: to },
        envelope: { from: own.address, to: [to] },
        messageId: `<${messageId}>`,
        headers: HEADERS,
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        signal: AbortSignal.timeout(limits.attempt),
      })
      return { kind: 'handed-over', reply: wordsOf(response) }
    } catch (error) {
      return failureOf(error)
    }
  }

  return {
    async send(message) {
      if (!MESSAGE_ID.test(message.messageId)) throw new TypeError('A Message-ID is id@host without brackets')
      if (!isOneAddress(message.to)) {
        return { kind: 'rejected', reason: 'The recipient is not one plain email address.' }
      }
      const sending = slots.run(() => attempt(message))
      underWay.add(sending)
      return sending.finally(() => underWay.delete(sending))
    },

    async verify() {
      try {
        await within(limits.attempt, transport.verify())
        return { kind: 'reachable' }
      } catch (error) {
        const failed = failureOf(error)
        return { kind: 'unreachable', reason: failed.kind === 'handed-over' ? failed.reply : failed.reason }
      }
    },

    async close() {
      closed = true
      await within(limits.grace, Promise.allSettled(underWay)).catch(() => undefined)
      transport.close({ force: true })
      await Promise.allSettled(underWay)
    },
  }
}

/** Our own mail needs no file, no URL and no debug header; the message is checked again before it leaves. */
function pool(url: string, connections: number, limits: Timeouts) {
  const transport = createTransport({
    ...smtpServer(url),
    pool: true,
    maxConnections: connections,
    // a connection that died idle is replaced at once; anything more is the outbox's decision
    maxRequeues: 1,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    dnsTimeout: limits.connect,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  transport.use('stream', (mail, done) => {
    const { to } = mail.message.getEnvelope()
    done(to.length === 1 ? null : new Error('A message leaves for exactly one recipient'))
  })
  return transport
}
