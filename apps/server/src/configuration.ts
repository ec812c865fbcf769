import { existsSync } from 'node:fs'
import { z } from 'zod'

/**
 * `true` believes the one nearest proxy on the client's address, a number that many of them, a list only those
 * networks. Never everything in the header: its beginning is what the client itself wrote.
 */
const TrustProxy = z
  .string()
  .default('false')
  .transform((text): false | number | string => {
    if (text === 'false') return false
    if (text === 'true') return 1
    return /^\d+$/.test(text) ? Number(text) : text
  })

const PerMinute = z.coerce.number().int().min(1).max(1_000_000_000)

const Port = z.coerce.number().int().min(0).max(65_535)

/** Every setting there is, with what it is for. The README's table says the same. */
const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  PORT: Port.default(3000).describe('TCP port to listen on; 0 takes a free one'),
  HOST: z.string().min(1).default('localhost').describe('address to listen on; 0.0.0.0 for every interface'),
  ROSTER_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('directory for the database and the instance key'),
  ROSTER_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional()
    .describe('public address, such as https://roster.example.org; every link starts with it'),
  ROSTER_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'use smtp://user:password@host:587 or smtps://user:password@host:465')
    .optional()
    .describe('mail server that takes outgoing mail'),
  ROSTER_MAIL_FROM: z
    .string()
    .min(3)
    .optional()
    .describe('sender of mail, such as Roster <roster@example.org>'),
  ROSTER_SIGN_UP: z.enum(['invited', 'open']).default('invited').describe('who may make an account'),
  ROSTER_CREATE_ORGANIZATIONS: z
    .enum(['anyone', 'owners', 'nobody'])
    .default('anyone')
    .describe('who may create organizations: every account, owners of one, nobody'),
  ROSTER_CHECK_MAIL_DOMAINS: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('whether name servers are asked if an invited address can take mail: true or false'),
  ROSTER_WEBHOOKS_TO_PRIVATE: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe(
      'whether webhooks may go to private networks and this machine, also by plain http: true or false',
    ),
  ROSTER_API_LIMIT: PerMinute.default(12_000).describe('requests a minute that one API key may make'),
  ROSTER_CHECK_LIMIT: PerMinute.default(600_000).describe('permission checks a minute with one API key'),
  ROSTER_PAGES: z
    .string()
    .min(1)
    .optional()
    .describe('directory of the built dashboard, if it is not the one beside the server'),
  ROSTER_DOCS: z
    .string()
    .min(1)
    .optional()
    .describe('directory of the built documentation, if it is not the one beside the server'),
  ROSTER_TRUST_PROXY: TrustProxy.describe(
    'whether X-Forwarded-For is believed: true, false, hops, or networks',
  ),
  ROSTER_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Configuration {
  readonly development: boolean
  readonly port: number
  readonly host: string
  readonly data: string
  /** The configured public origin; null until the port is known, when it is the local one. */
  readonly url: string | null
  readonly smtpUrl: string | null
  readonly mailFrom: string | null
  readonly signUp: 'invited' | 'open'
  readonly createOrganizations: 'anyone' | 'owners' | 'nobody'
  /** Whether name servers are asked if a domain takes mail. */
  readonly checkMailDomains: boolean
  /** Whether webhooks may go to private networks and to this machine itself. */
  readonly webhooksToPrivate: boolean
  /** What one API key may do in a minute. */
  readonly limits: { readonly requests: number; readonly checks: number }
  /** Where the built dashboard is; null for the one beside the server. */
  readonly pages: string | null
  /** Where the built documentation is; null for the one beside the server. */
  readonly docs: string | null
  readonly trustProxy: false | number | string
  readonly logLevel: string
}

/** What is wrong with the environment, in words for the person who set it. */
export class ConfigurationError extends Error {}

/**
 * The configuration in the environment. Empty values count as unset. Throws a `ConfigurationError` that names
 * every variable that is wrong and what it should be.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message}${hint(issue.path[0])}`,
    )
    throw new ConfigurationError(`The configuration cannot be used:\n${lines.join('\n')}`)
  }
  const found = parsed.data
  return {
    development: found.NODE_ENV === 'development',
    port: found.PORT,
    host: found.HOST,
    data: found.ROSTER_DATA,
    url: found.ROSTER_URL ?? null,
    smtpUrl: found.ROSTER_SMTP_URL ?? null,
    mailFrom: found.ROSTER_MAIL_FROM ?? null,
    signUp: found.ROSTER_SIGN_UP,
    createOrganizations: found.ROSTER_CREATE_ORGANIZATIONS,
    checkMailDomains: found.ROSTER_CHECK_MAIL_DOMAINS,
    webhooksToPrivate: found.ROSTER_WEBHOOKS_TO_PRIVATE,
    limits: { requests: found.ROSTER_API_LIMIT, checks: found.ROSTER_CHECK_LIMIT },
    pages: found.ROSTER_PAGES ?? null,
    docs: found.ROSTER_DOCS ?? null,
    trustProxy: found.ROSTER_TRUST_PROXY,
    logLevel: found.ROSTER_LOG_LEVEL,
  }
}

/** Reads `.env` in the current directory into the environment, without overriding what is set, then the above. */
export function loadConfiguration(): Configuration {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfiguration(process.env)
}

/** Where the command line was called from: paths that it is given begin there, wherever it was started. */
export function calledFrom(): string {
  return process.env.ROSTER_CALLED_FROM ?? process.cwd()
}

/** With what the command line reaches a Roster elsewhere: where it is, by whose key, about which organization. */
export function elsewhere(): Readonly<
  Record<'ROSTER_URL' | 'ROSTER_KEY' | 'ROSTER_ORG', string | undefined>
> {
  const { ROSTER_URL, ROSTER_KEY, ROSTER_ORG } = process.env
  return { ROSTER_URL, ROSTER_KEY, ROSTER_ORG }
}

function hint(name: PropertyKey | undefined): string {
  const field = Object.entries(Environment.shape).find(([key]) => key === name)?.[1]
  return field?.description ? ` (${field.description})` : ''
}
