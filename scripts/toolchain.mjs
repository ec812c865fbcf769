// Dependencies, the repository's own Node and pnpm: found when they are there, fetched when they are not.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const windows = process.platform === 'win32'
const modules = join(root, 'node_modules')
const bin = join(modules, '.bin')
const stampFile = join(modules, '.roster-install.json')

/** The oldest Node that runs our TypeScript as it stands and that better-sqlite3 does not crash on. */
const OLDEST_NODE = [22, 18]

/** npm must not talk about itself, and nothing may phone home. */
const quiet = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
  NO_UPDATE_NOTIFIER: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
}

/**
 * Installs when the lock file is not the one that was installed last, and answers what tasks run with:
 * the Node for our own programs, and an environment whose PATH starts with the repository's tools.
 */
export async function prepare() {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pin = packageManager.split('+')[0]
  const lock = createHash('sha256')
    .update(`${pin} ${process.platform} ${process.arch}\n`)
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')

  let stamp = readStamp()
  if (stamp.lock !== lock || !holdsPnpm(stamp.pnpmHome)) stamp = install(pin, lock)
  const path = [bin, stamp.pnpmHome, dirname(process.execPath), process.env.PATH].join(delimiter)
  return { node: chooseNode(), root, env: { ...process.env, ...quiet, PATH: path } }
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'))
  } catch {
    return {} // never installed, or an install was cut short
  }
}

function holdsPnpm(folder) {
  return folder !== undefined && existsSync(join(folder, windows ? 'pnpm.cmd' : 'pnpm'))
}

function install(pin, lock) {
  const began = Date.now()
  console.error(`Installing dependencies with ${pin} …`)
  rmSync(stampFile, { force: true })
  const pnpmHome = fetchPnpm(pin)
  const pnpm = join(pnpmHome, windows ? 'pnpm.cmd' : 'pnpm')
  const answer = capture(pnpm, ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'], {
    PATH: [pnpmHome, process.env.PATH].join(delimiter),
  })
  if (answer.status !== 0)
    throw new Error(`${answer.output}\nInstalling dependencies failed; nothing was started.`)

  // On a system this build of Node does not run on (musl, for one), the host's Node steps in.
  const own = join(bin, 'node')
  if (existsSync(own) && capture(own, ['--version']).status !== 0) rmSync(own)

  const stamp = { lock, pnpmHome }
  writeFileSync(stampFile, `${JSON.stringify(stamp)}\n`)
  console.error(`Installed in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
  return stamp
}

/** The folder of the pinned pnpm. npx keeps it in npm's cache, so it costs the network once per machine. */
function fetchPnpm(pin) {
  const print = ['node', '-p', 'JSON.stringify(process.env.PATH)']
  const answer = capture('npx', ['--yes', '--prefer-offline', '--package', pin, '--', ...print])
  if (answer.status !== 0) throw new Error(`${answer.output}\nFetching ${pin} through npx failed.`)
  const path = JSON.parse(answer.stdout.trim().split('\n').at(-1))
  const folder = path.split(delimiter).find(holdsPnpm)
  if (folder === undefined) throw new Error(`npx fetched ${pin}, but no pnpm is to be found on its PATH.`)
  return folder
}

function capture(command, args, env = {}) {
  const answer = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...quiet, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    shell: windows,
  })
  const output = answer.error ? String(answer.error) : `${answer.stdout}${answer.stderr}`
  return { status: answer.error ? 1 : answer.status, stdout: answer.stdout ?? '', output: output.trim() }
}

/** The Node that npm installed beside the tools; else the host's, if it is new enough. */
function chooseNode() {
  const own = join(bin, 'node')
  if (existsSync(own)) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [oldMajor, oldMinor] = OLDEST_NODE
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return process.execPath
  throw new Error(
    `Roster needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.\n` +
      `On Linux (glibc, x64 or arm64) it brings its own; here (${process.platform} ${process.arch}) it runs on yours.\n` +
      'Install Node 24 and run the same command again.',
  )
}
