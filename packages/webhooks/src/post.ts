import http from 'node:http'
import https from 'node:https'
import { mayReach } from './address.ts'
import { failure } from './failure.ts'
import { askMachine, guardedLookup, type Resolve } from './resolve.ts'
import { LEADS_INSIDE, readTarget } from './target.ts'

export interface PosterOptions {
  /** Whether private networks and this machine itself may be sent to, and without TLS. */
  readonly toPrivate: boolean
  /** As `Roster/1.0.0`. */
  readonly userAgent: string
  /** For everything from the name to the last byte that is read. */
  readonly timeoutMs?: number
  readonly resolve?: Resolve
}

export interface Outgoing {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Gives up what is under way. */
  readonly signal?: AbortSignal
}

/** What became of a request, `ms` after it began. */
export type Posted = { readonly ms: number } & (
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** Its beginning. */
      readonly body: string
    }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'aborted' }
)

export interface Poster {
  /** Posts JSON. Follows nothing, reads the beginning of the answer only, and never throws. */
  post(request: Outgoing): Promise<Posted>
  /**
   * Why nothing is sent to this address, or null: its shape, and every address its name has at the moment. A name
   * without any may be one that is yet to come, so nothing is said of it.
   */
  unusable(url: string): Promise<string | null>
  /** Closes connections that are kept for the next request. */
  close(): void
}

const TIMEOUT_MS = 15_000
/** How long somebody who saves an address waits for name servers. */
const PATIENCE_MS = 1_500
const MOST_BODY = 4_096
const MOST_HEADERS = 30
const MOST_HEADER = 200

/** Posts to receivers that strangers chose: nothing of this machine or its network answers unless it is opened. */
export function createPoster({
  toPrivate,
  userAgent,
  timeoutMs = TIMEOUT_MS,
  resolve = askMachine,
}: PosterOptions): Poster {
  // Agents of our own take no proxy from the environment.
  const kept = { keepAlive: true, maxFreeSockets: 64, timeout: 30_000 }
  const agents = { 'http:': new http.Agent(kept), 'https:': new https.Agent(kept) }
  const lookup = guardedLookup(resolve, toPrivate)

  const once = (url: URL, { headers, body, signal }: Outgoing, deadline: AbortSignal) =>
    new Promise<Answered>((done, fail) => {
      const secure = url.protocol === 'https:'
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        agent: secure ? agents['https:'] : agents['http:'],
        lookup,
        signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'accept-encoding': 'identity',
          'user-agent': userAgent,
        },
      })
      // Once the status was said, an answer that breaks off, or never ends, has answered.
      let end: (() => void) | undefined
      request.on('response', (response) => {
        const chunks: Buffer[] = []
        let length = 0
        end = () =>
          done({
            status: response.statusCode ?? 0,
            headers: excerpt(response.rawHeaders),
            body: Buffer.concat(chunks).subarray(0, MOST_BODY).toString('utf8'),
          })
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          length += chunk.length
          if (length >= MOST_BODY) request.destroy()
        })
        response.on('error', () => undefined)
        response.on('close', end)
      })
      request.on('error', (error) =>
        end ? end() : fail(Object.assign(error, { reused: request.reusedSocket })),
      )
      request.end(body)
    })

  return {
    async post(outgoing) {
      const began = performance.now()
      const ms = () => Math.round(performance.now() - began)
      const target = readTarget(outgoing.url, toPrivate)
      if ('reason' in target) return { kind: 'failed', reason: `Not sent: ${target.reason}.`, ms: 0 }
      const deadline = AbortSignal.timeout(timeoutMs)
      try {
        const answer = await once(target.url, outgoing, deadline).catch((error: unknown) => {
          // The receiver had closed a connection that was kept; nothing was read of this request.
          if (!closedMeanwhile(error)) throw error
          return once(target.url, outgoing, deadline)
        })
        return { kind: 'answered', ...answer, ms: ms() }
      } catch (error) {
        if (outgoing.signal?.aborted) return { kind: 'aborted', ms: ms() }
        const reason = deadline.aborted
          ? `There was no answer within ${timeoutMs / 1_000} seconds.`
          : failure(error, target.host)
        return { kind: 'failed', reason, ms: ms() }
      }
    },
    async unusable(url) {
      const target = readTarget(url, toPrivate)
      if ('reason' in target) return target.reason
      const late = new Promise<readonly []>((give) => setTimeout(give, PATIENCE_MS, []).unref())
      const found = await Promise.race([resolve(target.host).catch(() => []), late])
      return found.every(({ address }) => mayReach(address, toPrivate)) ? null : LEADS_INSIDE
    },
    close() {
      agents['http:'].destroy()
      agents['https:'].destroy()
    },
  }
}

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function closedMeanwhile(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ECONNRESET' &&
    'reused' in error &&
    error.reused === true
  )
}

/** The headers that help to understand an answer, none of them endless; cookies are nobody's business. */
function excerpt(raw: readonly string[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (let at = 0; at + 1 < raw.length && at < MOST_HEADERS * 2; at += 2) {
    const name = (raw[at] ?? '').toLowerCase()
    if (name === 'set-cookie' || name.length > MOST_HEADER) continue
    found[name] = (raw[at + 1] ?? '').slice(0, MOST_HEADER)
  }
  return found
}
