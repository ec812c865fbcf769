import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { REPOSITORY } from './repository.ts'

const READY_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 12_000
/** From here on a line of the log tells of a bug (pino's `error`). */
const ERROR_LEVEL = 50

/** Environment variables for the server, over those that every story's server gets. */
export type Settings = Readonly<Record<string, string>>

/** The built product, running as its own process on a free port with a data directory of its own. */
export interface Roster {
  /** Its public address, without a slash at the end. */
  readonly url: string
  /** Where its data is; lives until `remove`. */
  readonly data: string
  /** The one-time link it printed at its first start. Waits for it. */
  setUpLink(): Promise<string>
  /** Moves the server's clock forward, in milliseconds. The pages' clocks stay. */
  advance(milliseconds: number): Promise<void>
  /** Everything it has printed. */
  output(): string
  /** The lines of its log at level error and above. */
  bugs(): readonly string[]
  /** Stops it in order and starts it again on the same data and port. */
  restart(settings?: Settings): Promise<void>
  /** Stops it and answers its exit code. */
  stop(): Promise<number | null>
  /** Stops it if need be and deletes its data. */
  remove(): Promise<void>
}

/** Starts the server and waits until it says it is ready. */
export async function startRoster(settings: Settings = {}): Promise<Roster> {
  const data = mkdtempSync(join(tmpdir(), 'roster-story-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let said = ''
  let server: ChildProcess

  async function start(more: Settings): Promise<void> {
    // As `npm start`: what Node makes of the TypeScript is kept.
    const compiled = { NODE_COMPILE_CACHE: join(REPOSITORY, 'node_modules/.cache/compiled') }
    const own = { PORT: `${port}`, ROSTER_DATA: data, ROSTER_URL: url }
    const env = { ...inherited(), ...compiled, ...own, ...settings, ...more }
    server = spawn(
      process.execPath,
      ['--import', join(import.meta.dirname, 'clock.ts'), join(REPOSITORY, 'apps/server/src/main.ts')],
      // Its own folder, so that no `.env` of the checkout colours the story.
      { cwd: data, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    )
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    await ready(server, url, () => said)
  }

  async function stop(): Promise<number | null> {
    if (server.exitCode !== null || server.signalCode !== null) return server.exitCode
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    const late = setTimeout(() => server.kill('SIGKILL'), STOP_WITHIN_MS)
    await ended
    clearTimeout(late)
    return server.exitCode
  }

  const remove = async () => {
    await stop()
    rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  }

  try {
    await start({})
  } catch (problem) {
    await remove()
    throw problem
  }
  return {
    url,
    data,
    setUpLink: () => printed(/https?:\/\/\S+\/setup#\S+/, () => said),
    async advance(milliseconds) {
      const answered = once(server, 'message')
      server.send({ advance: milliseconds })
      await answered
    },
    output: () => said,
    bugs: () => said.split('\n').filter(tellsOfBug),
    async restart(more = {}) {
      await stop()
      await start(more)
    },
    stop,
    remove,
  }
}

/** What the server needs of our environment, and nothing that configures it but where its pages are. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'ROSTER_PAGES', 'ROSTER_DOCS']
  return Object.fromEntries([
    ['NODE_ENV', 'production'],
    ...names.flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  ])
}

async function ready(server: ChildProcess, url: string, said: () => string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until) {
    if (server.exitCode !== null || server.signalCode !== null)
      throw new Error(`The server ended before it was ready:\n${said()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(30)
  }
  throw new Error(`The server was not ready within ${READY_WITHIN_MS} ms:\n${said()}`)
}

async function printed(pattern: RegExp, said: () => string): Promise<string> {
  const until = Date.now() + 5_000
  for (;;) {
    const found = pattern.exec(said())?.[0]
    if (found !== undefined) return found
    if (Date.now() > until) throw new Error(`The server printed nothing like ${pattern}:\n${said()}`)
    await pause(20)
  }
}

function tellsOfBug(line: string): boolean {
  if (!line.startsWith('{')) return false
  try {
    const entry: unknown = JSON.parse(line)
    return (
      typeof entry === 'object' && entry !== null && 'level' in entry && Number(entry.level) >= ERROR_LEVEL
    )
  } catch {
    return false // half a line so far
  }
}
