import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import pc from 'picocolors'
import { createBox } from '../cli/box.ts'
import { runProgram } from '../cli/program.ts'
import { readConfiguration } from '../configuration.ts'

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url))

/** What a command said, and how it ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the binary in a process of its own, as a script does: no terminal, and only the variables it is given. */
export async function roster(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: tmpdir(),
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'roster-compiled'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, err }
}

/** The same in this process, which is sooner: for what does not depend on the process. */
export async function rosterHere(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  let out = ''
  let err = ''
  const say = (text: string) => {
    out += text
  }
  const note = (text: string) => {
    err += text
  }
  const terminal = {
    colors: pc.createColors(false),
    interactive: false,
    say: (line = '') => say(`${line}\n`),
    write: async (text: string) => say(text),
    note: (line: string) => note(`${line}\n`),
    help: { writeOut: say, writeErr: note },
    progress: () => ({ to: () => undefined, end: () => undefined }),
    ask: async () => '',
  }
  const box = createBox(terminal, tmpdir(), () => readConfiguration(environment))
  return { code: await runProgram(box, words), out, err }
}
