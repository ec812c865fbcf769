import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JOBS, type Job } from '@roster/api'
import { pino } from 'pino'
import { type Configuration, readConfiguration } from '../configuration.ts'
import { type RunningServer, startServer } from '../server.ts'

export interface Running extends RunningServer {
  readonly data: string
  readonly configuration: Configuration
  /** The secret of the set-up link that was printed. */
  readonly secret: string
  /** Stops, and leaves the data for another start. */
  stopKeepingData(): Promise<void>
  /** Calls a procedure as our own page does. */
  call(procedure: string, input?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
}

/**
 * A real server on a free port and a data directory of its own, which is removed when it has stopped. By itself it does
 * what servers do, or only these jobs.
 */
export async function running(
  environment: Readonly<Record<string, string>> = {},
  jobs: readonly Job[] = JOBS,
): Promise<Running> {
  const data = environment.ROSTER_DATA ?? mkdtempSync(join(tmpdir(), 'roster-'))
  const configuration = readConfiguration({ PORT: '0', HOST: '127.0.0.1', ...environment, ROSTER_DATA: data })
  const server = await startServer(configuration, pino({ level: 'silent' }), jobs)
  const secret = server.greeting.join('\n').match(/\/setup#(\S+)/)?.[1] ?? ''
  let stopped: Promise<void> | undefined
  const stopOnce = () => {
    stopped ??= server.stop()
    return stopped
  }
  return {
    ...server,
    data,
    configuration,
    secret,
    call: (procedure, input = {}, headers = {}) =>
      fetch(`${server.listening}/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, ...headers },
        body: JSON.stringify(input),
      }),
    stopKeepingData: stopOnce,
    async stop() {
      await stopOnce()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** What set-up is given in tests. */
export const FIRST = {
  name: 'Ada Lovelace',
  username: 'ada',
  email: 'ada@acme.test',
  password: 'analytical engine 1843',
  organization: { name: 'Acme', slug: 'acme' },
} as const
