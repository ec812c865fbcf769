import { type Io, misused } from './io.ts'

/** What every command for a Roster elsewhere takes. */
export type AccessOptions = {
  readonly url?: string
  readonly keyFile?: string
  readonly org?: string
  readonly json?: true
}

/** Where Roster is, by whose key, and about which organization. */
export type Access = { readonly url: string; readonly key: string; readonly organization: string }

const KEY = /^rst_[0-9A-Za-z]{36}$/

/**
 * What the options and the environment say. A key is never an argument, since whoever may list processes would read
 * it. Ends the command where something is missing, and says what to do.
 */
export async function accessOf(io: Io, options: AccessOptions): Promise<Access> {
  const url = addressOf(options.url ?? io.environment.ROSTER_URL)
  const organization = options.org ?? io.environment.ROSTER_ORG
  if (!organization) throw misused('Say with --org which organization, by its short name or id.')
  const key = await keyOf(io, options)
  const { hostname, protocol } = new URL(url)
  if (protocol === 'http:' && !/^(localhost|127\..*|\[::1\])$/.test(hostname))
    io.terminal.note(`The key goes to ${url} unprotected: use https.`)
  return { url, key, organization }
}

function addressOf(said: string | undefined): string {
  if (!said)
    throw misused('Say with --url or ROSTER_URL where Roster is, such as https://roster.example.org.')
  const url = URL.parse(said)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw misused(`${said} is no address of a Roster. Write it as https://roster.example.org.`)
  return said.replace(/\/+$/, '')
}

async function keyOf(io: Io, { keyFile }: AccessOptions): Promise<string> {
  const from = keyFile === undefined ? 'ROSTER_KEY' : keyFile
  const text = keyFile === undefined ? io.environment.ROSTER_KEY : await io.read(keyFile)
  const key = text?.trim()
  if (!key)
    throw misused(
      'There is no key. Put one into ROSTER_KEY, or name a file that holds it with --key-file. The dashboard makes keys ' +
        'under “API keys”, and `roster key create` does on the box.',
    )
  if (!KEY.test(key)) throw misused(`What ${from} holds is no key: a key is rst_ and 36 letters and digits.`)
  return key
}
