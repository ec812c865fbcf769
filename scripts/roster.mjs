#!/usr/bin/env node
// The binary `roster`: the command line, on the repository's own Node. Plain JavaScript without dependencies, for any
// Node from 20.19. Unlike the tasks of run.mjs it stays in the terminal's foreground: it asks questions.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { generateWhenOld } from './generated.mjs'
import { prepare, root } from './toolchain.mjs'

const MAIN = join(root, 'apps/server/src/cli/main.ts')

/** npm changes to the root before it runs a script, and says where it was. */
const from =
  process.env.npm_lifecycle_event === 'roster' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd()

try {
  const tools = await prepare()
  if ((await generateWhenOld(tools)) !== 0) process.exit(1)
  const child = spawn(tools.node, [MAIN, ...process.argv.slice(2)], {
    // As `npm start`: the same .env, the same ./data. The command line itself then goes where it was called from.
    cwd: root,
    env: {
      ...tools.env,
      ROSTER_CALLED_FROM: from,
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
    },
    stdio: 'inherit',
  })
  child.once('error', (problem) => {
    console.error(`roster: ${tools.node} did not start: ${problem.message}`)
    process.exitCode = 1
  })
  // Ctrl-C reaches both of us from the terminal; what is sent to us alone is passed on.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
  })
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exitCode = 1
}
