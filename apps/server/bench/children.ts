import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cpuMicroseconds, freePort, type Pinning } from './machine.ts'

const ROSTER = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const STOCK = fileURLToPath(new URL('stock.ts', import.meta.url))
/** As `npm start` has it. */
const SMALL = '--max-semi-space-size=4'
const BARE = fileURLToPath(new URL('bare.ts', import.meta.url))
const ANSWERS_WITHIN_MS = 60_000
const ASK_EVERY_MS = 2

export interface Server {
  readonly pid: number
  readonly port: number
  /** What its own pages have as origin. */
  readonly origin: string
  /** From the start of the process to its first answer. */
  readonly startMilliseconds: number
  /** Processor time it took for that, in microseconds. */
  readonly startCpu: number | null
  stop(): Promise<void>
}

const running = new Set<ChildProcess>()
// Nothing outlives the run, however it ends.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts and stops servers, each a process of its own with its log in a file. */
export class Servers {
  readonly #pinning: Pinning | null
  readonly #folder: string

  constructor(pinning: Pinning | null, folder: string) {
    this.#pinning = pinning
    this.#folder = folder
  }

  /** Roster as `npm start` runs it, on this data directory, without mail. */
  roster(directory: string): Promise<Server> {
    const settings = {
      ROSTER_DATA: directory,
      ROSTER_LOG_LEVEL: 'info',
      // The receiver of webhooks is on this machine.
      ROSTER_WEBHOOKS_TO_PRIVATE: 'true',
    }
    return this.#start([SMALL, ROSTER], settings, '/healthz')
  }

  /** The same Fastify and the same tRPC with nothing of ours; `page` is what its larger constant holds. */
  stock(page: string): Promise<Server> {
    return this.#start([STOCK], { BENCH_PAGE: page }, '/bare')
  }

  /** Node's own HTTP server and nothing else. */
  bare(): Promise<Server> {
    return this.#start([BARE], {}, '/')
  }

  async #start(words: readonly string[], settings: Record<string, string>, path: string): Promise<Server> {
    const port = await freePort()
    const log = join(this.#folder, `server-${port}.log`)
    const output = openSync(log, 'w')
    const pinned = this.#pinning ? ['taskset', '-c', this.#pinning.servers] : []
    const [command = process.execPath, ...args] = [...pinned, process.execPath, ...words]
    const began = performance.now()
    const { PATH, NODE_COMPILE_CACHE } = process.env
    const child = spawn(command, args, {
      // Not where the run was started: a `.env` there is not meant for it.
      cwd: this.#folder,
      env: {
        PATH,
        ...(NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }),
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        // What is measured is the answer, not the limit.
        ROSTER_API_LIMIT: '100000000',
        ROSTER_CHECK_LIMIT: '100000000',
        ...settings,
      },
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    running.add(child)
    const ended = once(child, 'exit').finally(() => running.delete(child))
    while (!(await answers(port, path))) {
      if (child.exitCode !== null) throw new Error(`a server did not start:\n${readFileSync(log, 'utf8')}`)
      if (performance.now() - began > ANSWERS_WITHIN_MS) throw new Error('a server does not answer')
      await pause(ASK_EVERY_MS)
    }
    const startMilliseconds = performance.now() - began
    return {
      pid: child.pid ?? 0,
      port,
      origin: `http://localhost:${port}`,
      startMilliseconds,
      startCpu: cpuMicroseconds(child.pid ?? 0),
      async stop() {
        child.kill('SIGTERM')
        await ended
      },
    }
  }
}

function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode === 200))
    })
    asked.on('error', () => resolve(false))
    asked.end()
  })
}
