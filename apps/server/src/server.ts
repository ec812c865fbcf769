import type { AddressInfo } from 'node:net'
import {
  Activity,
  Changes,
  type Database,
  type Deps,
  Downloads,
  type Instance,
  idGenerator,
  issueSetUpLink,
  JOBS,
  type Job,
  linkKey,
  type OutboxMailer,
  openDatabase,
  startOutboxWorker,
  startWebhookWorker,
} from '@roster/api'
import { createMailer } from '@roster/mail'
import { createPoster } from '@roster/webhooks'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import packageJson from '../../../package.json' with { type: 'json' }
import type { Configuration } from './configuration.ts'
import { type DataDirectory, openDataDirectory } from './data-directory.ts'
import { createApp } from './http/app.ts'
import { startJobs } from './jobs.ts'
import { askNameServers } from './mail-domains.ts'
import { Mailbox } from './mailbox.ts'

const ACTIVITY_EVERY_MS = 5_000

export interface RunningServer {
  /** The public address. */
  readonly url: string
  /** Where it listens itself, which behind a proxy is another address. */
  readonly listening: string
  /** What to tell the person who started it. */
  readonly greeting: readonly string[]
  /** Stops accepting, lets what is under way finish, hands over no more mail, and closes the database. */
  stop(): Promise<void>
}

/** Opens the data, migrates it, listens, and starts the workers and jobs. Throws with a sentence for the operator. */
export async function startServer(
  configuration: Configuration,
  log: Logger,
  jobs: readonly Job[] = JOBS,
): Promise<RunningServer> {
  const data = openDataDirectory(configuration.data)
  try {
    const database = openDatabase(data.database)
    return await serve(configuration, log, data, database, jobs).catch(async (error: unknown) => {
      await database.close()
      throw error
    })
  } catch (error) {
    data.release()
    throw error
  }
}

async function serve(
  configuration: Configuration,
  log: Logger,
  data: DataDirectory,
  database: Database,
  jobs: readonly Job[],
): Promise<RunningServer> {
  if (database.migrated.length > 0) log.info({ migrations: database.migrated }, 'migrated')
  const clock = () => Date.now()
  const mailbox = configuration.development && !configuration.smtpUrl ? new Mailbox(clock) : null
  const poster = createPoster({
    toPrivate: configuration.webhooksToPrivate,
    userAgent: `Roster/${packageJson.version}`,
  })
  // Without a configured address the public one is the local one, whose port is known once it listens.
  const instance = {
    url: configuration.url ?? localUrl(configuration.port),
    signUp: configuration.signUp,
    createOrganizations: configuration.createOrganizations,
    mail: configuration.smtpUrl ? 'smtp' : mailbox ? 'mailbox' : 'none',
    version: packageJson.version,
    mailDomains: configuration.checkMailDomains ? askNameServers(clock) : undefined,
    webhookTargets: poster,
  } satisfies Instance
  const deps: Deps = {
    reader: database.reader,
    writer: database.writer,
    clock,
    newId: idGenerator(clock),
    links: linkKey(data.key),
    changes: new Changes(),
    activity: new Activity(),
    downloads: new Downloads(),
    mailbox,
    instance,
  }
  const smtp = configuration.smtpUrl
    ? createMailer({ url: configuration.smtpUrl, from: configuration.mailFrom ?? senderAt(instance.url) })
    : null
  const mailer: OutboxMailer | null = smtp ?? mailbox
  const app = await createApp({
    deps,
    log,
    trustProxy: configuration.trustProxy,
    limits: configuration.limits,
    pages: configuration.pages ?? undefined,
    docs: configuration.docs ?? undefined,
  })
  await listen(app, configuration)
  const port = portOf(app.server.address())
  if (!configuration.url) instance.url = localUrl(port)
  const { url } = instance
  const worker = mailer ? startOutboxWorker(deps, mailer, log) : null
  const webhooks = startWebhookWorker(deps, poster, log)
  const byItself = startJobs(jobs, deps, log)
  const noted = every(ACTIVITY_EVERY_MS, log, () => deps.activity.flush(deps.writer, clock()))
  const setUp = await issueSetUpLink(deps)
  log.info({ url, mail: instance.mail, version: instance.version }, 'listening')
  return {
    url,
    listening: localUrl(port),
    greeting: greeting(url, setUp, instance.mail),
    async stop() {
      clearInterval(noted)
      await Promise.all([byItself.stop(), webhooks.stop(), app.close()])
      poster.close()
      // Together: the worker waits for mail under way, and closing the mailer is what bounds that wait.
      await Promise.all([worker?.stop(), smtp?.close()])
      await deps.activity.flush(deps.writer, clock())
      await database.close()
      data.release()
    },
  }
}

async function listen(app: FastifyInstance, { port, host }: Configuration): Promise<void> {
  try {
    await app.listen({ port, host, listenTextResolver: () => 'accepting connections' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Error(`Port ${port} is in use. Stop what uses it, or set PORT to another one.`, {
      cause: error,
    })
  }
}

/** Does background work now and then; a failure is logged, and the next turn tries again. */
function every(milliseconds: number, log: Logger, work: () => Promise<unknown>): NodeJS.Timeout {
  return setInterval(() => {
    work().catch((error: unknown) => log.error({ err: error }, 'background work failed'))
  }, milliseconds)
}

function localUrl(port: number): string {
  return `http://localhost:${port}`
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen on a port')
  return address.port
}

function senderAt(url: string): string {
  const { hostname } = new URL(url)
  return `Roster <roster@${hostname.includes('.') ? hostname : 'localhost'}>`
}

function greeting(url: string, setUp: string | null, mail: string): readonly string[] {
  return [
    '',
    `  Roster is running at ${url}`,
    ...(setUp
      ? ['', '  Set it up and become its first owner with this link, which works once:', `  ${setUp}`]
      : []),
    ...(mail === 'none'
      ? [
          '',
          '  Mail is not configured: invitations wait until ROSTER_SMTP_URL is set; links can be copied meanwhile.',
        ]
      : []),
    ...(mail === 'mailbox' ? ['', `  Mail is not sent: read it at ${url}/mailbox`] : []),
    '',
  ]
}
