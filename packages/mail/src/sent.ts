/** What became of one attempt to hand a message over. */
export type Sent =
  /** The server took responsibility for it; `reply` is what it said. Not a promise that anybody reads it. */
  | { readonly kind: 'handed-over'; readonly reply: string }
  /** Not now: try again later with the same Message-ID. It may have arrived all the same (hang-up after DATA). */
  | { readonly kind: 'deferred'; readonly reason: string }
  /** The server refused this recipient or this message for good. */
  | { readonly kind: 'rejected'; readonly reason: string }

const LENGTH = 300

/** Words from a stranger's server, fit for a table and a page: one line of at most 300 characters. */
export function wordsOf(reply: string): string {
  const line = reply
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
  return line.length <= LENGTH ? line : `${line.slice(0, LENGTH - 1).toWellFormed()}…`
}

/**
 * Sorts a failed attempt. Only a 5xx reply to the recipient or to the message itself says that *this* message
 * can never go out. A 5xx at the greeting, at sign-in, at MAIL FROM or about missing authentication speaks of
 * our configuration: the message waits, so that nothing is lost while the operator mends it. 503 (bad
 * sequence) speaks of the session.
 */
export function failureOf(error: unknown): Sent {
  const { code, command, responseCode, response, reason: explained } = facts(error)
  const aboutMessage = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')
  // There is one recipient: the library's words about all of them add nothing to the server's.
  const reason = aboutMessage && response !== '' ? response : explained
  const permanent = responseCode >= 500 && responseCode < 600 && !ABOUT_THE_SESSION.has(responseCode)
  return aboutMessage && permanent ? { kind: 'rejected', reason } : { kind: 'deferred', reason }
}

/** Bad sequence; authentication required, too weak, failed, or wanting encryption (RFC 4954). */
const ABOUT_THE_SESSION: ReadonlySet<number> = new Set([503, 530, 534, 535, 538])

type Facts = {
  code: string
  command: string
  responseCode: number
  /** What the server said, if it is to blame. */
  response: string
  /** The same in the words of the library. */
  reason: string
}

function facts(error: unknown): Facts {
  if (!(error instanceof Error))
    return { code: '', command: '', responseCode: 0, response: '', reason: wordsOf(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const command = 'command' in error && typeof error.command === 'string' ? error.command : ''
  const responseCode =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0
  const response = 'response' in error && typeof error.response === 'string' ? error.response : ''
  return {
    code,
    command,
    responseCode,
    response: wordsOf(response),
    reason: wordsOf((responseCode === 0 && EXPLAINED[code]) || error.message),
  }
}

/** Where the library's own words do not say what happened. */
const EXPLAINED: Readonly<Record<string, string>> = {
  EABORT: 'The mail server did not finish in time.',
  ETIMEDOUT: 'The mail server did not answer in time.',
  ECONNECTION: 'The mail server closed the connection.',
}
