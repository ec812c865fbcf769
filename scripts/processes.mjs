// Child processes that end when they should: signals are passed on, orphans are not left behind, exit codes are kept.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

const windows = process.platform === 'win32'

/** How long a child may take over an orderly end before it is killed, in milliseconds. */
const PATIENCE = 15_000

/** Ctrl-C reaches us twice, from the terminal and from npm: only a signal this much later means "now". */
const IMPATIENCE = 1_000

const running = new Set()
let stopping

/** Runs a program in the foreground, with our output, and answers its exit code. */
export async function run(tools, command, args, env = {}) {
  const ended = await begin(tools, { command, args, env }, 'inherit').ended
  return exitCode(ended)
}

/** Runs a program and shows what it said only if it failed. */
export async function runQuietly(tools, command, args) {
  const said = []
  const { child, ended } = begin(tools, { command, args }, 'pipe')
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const code = exitCode(await ended)
  if (code !== 0 && stopping === undefined) process.stderr.write(Buffer.concat(said))
  return code
}

/** Runs programs side by side; when the first one ends, so do the others. */
export async function together(tools, programs) {
  const all = programs.map((program) => begin(tools, program, 'inherit').ended)
  const first = await Promise.race(all)
  stop('SIGTERM')
  await Promise.all(all)
  return exitCode(first)
}

function begin(tools, { command, args, env = {}, cwd = '.' }, output) {
  const child = spawn(command, args, {
    cwd: join(tools.root, cwd),
    env: { ...tools.env, ...env },
    stdio: ['ignore', output, output],
    detached: !windows, // its own process group, so that a signal reaches all it has started
    shell: windows,
  })
  running.add(child)
  const ended = new Promise((resolve, reject) => {
    child.once('error', (problem) => {
      running.delete(child)
      reject(new Error(`${command} did not start: ${problem.message}`))
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal })
    })
  })
  if (stopping !== undefined) signalGroup(child, stopping.signal)
  return { child, ended }
}

/** The child's own, or by the shell's convention 128 and the number of the signal that ended it. */
function exitCode({ code, signal }) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}

function stop(signal) {
  if (stopping !== undefined) {
    if (Date.now() - stopping.at > IMPATIENCE) for (const child of running) signalGroup(child, 'SIGKILL')
    return
  }
  stopping = { signal, at: Date.now() }
  for (const child of running) signalGroup(child, signal)
  setTimeout(() => {
    for (const child of running) signalGroup(child, 'SIGKILL')
  }, PATIENCE).unref()
}

function signalGroup(child, signal) {
  try {
    if (windows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // it ended by itself just before
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))

// npm does not pass every signal on, so its end is watched for. Only under npm: whoever starts this script with
// nohup wants it to outlive the shell.
if (process.env.npm_lifecycle_event !== undefined && !windows) {
  const watched = ancestors()
  setInterval(() => {
    if (ancestors() !== watched) stop('SIGTERM')
  }, 400).unref()
}

/** Our parent, and where that is only the shell npm runs scripts in, that shell's parent too. */
function ancestors() {
  const parent = process.ppid
  try {
    const [, name, rest] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))
    return /^(sh|dash|bash|ash|zsh)$/.test(name) ? `${parent} ${rest}` : `${parent}`
  } catch {
    return `${parent}` // no /proc on this system
  }
}
