// The one door to every task: `npm start`, `npm test`, `npm run dev` … each call `node scripts/run.mjs <task>`.
// Plain JavaScript without dependencies, for any Node from 20.19: what it starts runs on the repository's own Node.
import { join } from 'node:path'
import { run, runQuietly, together } from './processes.mjs'
import { clearTally, printTally, reporterArguments } from './tally.mjs'
import { prepare, root } from './toolchain.mjs'

const SERVER = 'apps/server/src/main.ts'
/** What the server serves and has to be built first. */
const BUILT = ['--filter=@roster/web', '--filter=@roster/docs']
/** Where vite serves the dashboard while it is worked on; the links in mail lead there too. */
const DEV_URL = 'http://localhost:5173'

/** Builds the web app and the documentation if their sources changed; prints nothing unless it fails. */
const buildQuietly = (tools) =>
  runQuietly(tools, 'turbo', ['run', 'build', ...BUILT, '--output-logs=errors-only'])

const turbo = (tools, tasks, args) =>
  run(tools, 'turbo', ['run', ...tasks, '--output-logs=new-only', ...args])

/** Ends at the first step that fails, with its exit code. */
async function inOrder(...steps) {
  for (const step of steps) {
    const code = await step()
    if (code !== 0) return code
  }
  return 0
}

/** Every package's tests, to the end even when some fail; extra words narrow the files, as vitest understands them. */
async function unitTests(tools, args) {
  clearTally(root)
  const narrowed = args.length > 0 ? ['--passWithNoTests', ...args] : []
  const options = [
    '--continue',
    '--concurrency=50%',
    '--output-logs=full',
    '--',
    ...reporterArguments,
    ...narrowed,
  ]
  const code = await run(tools, 'turbo', ['run', 'test', ...options])
  const { failed } = printTally(root, code)
  return code === 0 && failed > 0 ? 1 : code
}

const lint = (tools, args) =>
  inOrder(
    () => run(tools, 'biome', ['check', '.', ...args]),
    () => run(tools, 'knip', []),
  )

// What Node makes of our TypeScript is kept, so that only the first start after a change waits for it.
const production = { NODE_ENV: 'production', NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') }

/** A small nursery: under load the server keeps within 200 MiB instead of 300, at the same speed. */
const SMALL = '--max-semi-space-size=4'

const TASKS = {
  start: (tools, args) =>
    inOrder(
      () => buildQuietly(tools),
      () => run(tools, tools.node, [SMALL, SERVER, ...args], production),
    ),
  dev: (tools, args) =>
    together(tools, [
      {
        command: tools.node,
        args: ['--watch', '--watch-preserve-output', SERVER, ...args],
        env: { NODE_ENV: 'development', ROSTER_URL: process.env.ROSTER_URL ?? DEV_URL },
      },
      {
        command: './node_modules/.bin/vite',
        args: ['--clearScreen', 'false', '--strictPort'],
        cwd: 'apps/web',
        env: { ROSTER_DEV_SERVER: `http://localhost:${process.env.PORT ?? 3000}` },
      },
    ]),
  test: unitTests,
  build: (tools, args) => turbo(tools, ['build'], args),
  typecheck: (tools, args) => turbo(tools, ['typecheck'], args),
  lint,
  check: (tools, args) =>
    inOrder(
      () => turbo(tools, ['typecheck'], []),
      () => lint(tools, []),
      () => unitTests(tools, args),
    ),
  e2e: (tools, args) =>
    inOrder(
      () => buildQuietly(tools),
      () => run(tools, tools.node, ['apps/e2e/run.ts', ...args]),
    ),
  bench: (tools, args) =>
    inOrder(
      () => buildQuietly(tools),
      () => run(tools, tools.node, ['apps/server/bench/main.ts', ...args], production),
    ),
  fuzz: (tools, args) => run(tools, tools.node, ['apps/server/bench/fuzz.ts', ...args]),
  seed: (tools, args) => run(tools, tools.node, ['apps/server/src/seed.ts', ...args]),
  // Any tool of the repository under its own Node: `node scripts/run.mjs with vitest run --root packages/api members`.
  with: (tools, [command, ...args]) => run(tools, command, args),
}

const [task, ...args] = process.argv.slice(2)
if (task === undefined || !Object.hasOwn(TASKS, task)) {
  console.error(`Tasks: ${Object.keys(TASKS).join(', ')}. For example: npm start, npm test, npm run dev.`)
  process.exit(2)
}

try {
  process.exitCode = await TASKS[task](await prepare(), args)
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem)
  process.exitCode = 1
}
