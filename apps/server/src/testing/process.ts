import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

/** A server in a process of its own, which can be killed as a machine that loses its power kills it. */
export interface ServerProcess {
  readonly url: string
  /** The secret of the set-up link that was printed. */
  readonly secret: string
  call(procedure: string, input: unknown, cookie?: string): Promise<Response>
  /** Ends it at once, with whatever is under way, and waits until it is gone. */
  kill(): Promise<void>
  /** Ends it as an operator does, and answers the exit code. */
  stop(): Promise<number | null>
}

/** Starts a server on a free port and this data; waits until it has said where. */
export async function serverProcess(
  data: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const env = { PORT: '0', HOST: '127.0.0.1', ROSTER_DATA: data, ROSTER_LOG_LEVEL: 'silent', ...settings }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const greeting = await greetingOf(child)
  const url = /running at (\S+)/.exec(greeting)?.[1] ?? ''
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    return child.exitCode
  }
  return {
    url,
    secret: /\/setup#(\S+)/.exec(greeting)?.[1] ?? '',
    call: (procedure, input, cookie = '') =>
      fetch(`${url.replace('localhost', '127.0.0.1')}/trpc/${procedure}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, cookie },
        body: JSON.stringify(input),
      }),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** What it says until it is ready. Its output stays open: a server that nobody listens to any more dies of it. */
function greetingOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('Mail is not configured')) resolve(said)
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}
