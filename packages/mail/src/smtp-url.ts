/** Where and how to hand mail over, as far as an address can say it. */
export type SmtpServer = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps); otherwise STARTTLS where the server offers it. */
  readonly secure: boolean
  /** Refuse to go on in clear text. */
  readonly requireTLS: boolean
  readonly tls: { readonly rejectUnauthorized: boolean }
  readonly auth?: { readonly user: string; readonly pass: string }
}

const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i
const PARAMETERS = ['requireTLS', 'tls.rejectUnauthorized'] as const

/**
 * Reads ROSTER_SMTP_URL: `smtp://` (587, STARTTLS when offered) or `smtps://` (465), with optional
 * `user:password@` (percent-encoded) and the parameters `requireTLS` and `tls.rejectUnauthorized`
 * (`true` | `false`). A password leaves the machine only under TLS unless `requireTLS=false` says otherwise;
 * certificates are checked except on loopback. Throws an Error that names the variable and what is wrong, and
 * never repeats the value, because it may hold the password.
 */
export function smtpServer(value: string): SmtpServer {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const protocol = url?.protocol
  if (!url || (protocol !== 'smtp:' && protocol !== 'smtps:')) {
    throw wrong('write it as smtp://user:password@host:587 or smtps://user:password@host:465')
  }
  if (url.hostname === '') throw wrong('it has no host')
  if (url.pathname !== '' && url.pathname !== '/') {
    throw wrong('it has a path; percent-encode "/", "#", "?" and "@" in the password')
  }
  if (url.hash !== '') throw wrong('it has a fragment; percent-encode "#" in the password as %23')

  const host = decoded(url.hostname, 'host').replace(/^\[|\]$/g, '')
  const local = LOOPBACK.test(host)
  const auth = credentials(url)
  const { requireTLS, 'tls.rejectUnauthorized': rejectUnauthorized } = flags(url.searchParams)
  return {
    host,
    port: url.port === '' ? DEFAULT_PORT[protocol] : Number(url.port),
    secure: protocol === 'smtps:',
    requireTLS: requireTLS ?? (auth !== undefined && !local),
    tls: { rejectUnauthorized: rejectUnauthorized ?? !local },
    ...(auth ? { auth } : {}),
  }
}

function credentials({ username, password }: URL): SmtpServer['auth'] | undefined {
  if (username === '' && password === '') return undefined
  if (username === '' || password === '') throw wrong('it needs both a user and a password, or neither')
  return { user: decoded(username, 'user'), pass: decoded(password, 'password') }
}

function flags(given: URLSearchParams): Partial<Record<(typeof PARAMETERS)[number], boolean>> {
  const unknown = [...given.keys()].some((name) => !PARAMETERS.some((known) => known === name))
  if (unknown) throw wrong(`the parameters it may have are ${PARAMETERS.join(' and ')}`)
  const read: Partial<Record<(typeof PARAMETERS)[number], boolean>> = {}
  for (const name of PARAMETERS) {
    const value = given.get(name)
    if (value === null) continue
    if (value !== 'true' && value !== 'false') throw wrong(`${name} is either true or false`)
    read[name] = value === 'true'
  }
  return read
}

function decoded(text: string, part: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw wrong(`its ${part} has a "%" that is not percent-encoded; write it as %25`)
  }
}

function wrong(reason: string): Error {
  return new Error(`ROSTER_SMTP_URL cannot be used: ${reason}.`)
}
