import { statfs } from 'node:fs/promises'
import { sqliteVersion, writesDurably } from '@roster/api/operating'
import { type Check, ok, problem, warning } from './check.ts'
import { bytesInWords } from './words.ts'

/** The oldest Node that runs the server. */
const LEAST_NODE = [22, 18] as const
const LITTLE = 1024 ** 3
const TOO_LITTLE = 100 * 1024 ** 2

export const nodeVersion: Check = {
  id: 'node',
  title: 'Node',
  look() {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
    const [least, leastMinor] = LEAST_NODE
    const enough = major > least || (major === least && minor >= leastMinor)
    return enough
      ? ok(process.versions.node)
      : problem(
          `${process.versions.node} is too old`,
          `Install Node 24, or ${LEAST_NODE.join('.')} at the least.`,
        )
  },
}

export const sqlite: Check = {
  id: 'sqlite',
  title: 'SQLite',
  look() {
    const { version, least } = sqliteVersion()
    if (isOlder(version, least))
      return problem(`${version} may damage data`, `Install a release of Roster with ${least} or newer.`)
    if (!writesDurably())
      return problem('it does not wait for the disk at each commit', 'Install this release of Roster anew.')
    return ok(`${version}, on disk at each commit (synchronous = FULL)`)
  },
}

export const diskSpace: Check = {
  id: 'disk-space',
  title: 'Disk space',
  async look({ data }) {
    const { bavail, bsize } = await statfs(data.directory)
    const free = bavail * bsize
    const found = `${bytesInWords(free)} free`
    if (free < TOO_LITTLE) return problem(found, 'Make room: without it nothing can be changed.')
    return free < LITTLE ? warning(found, 'Make room before it runs out.') : ok(found)
  },
}

function isOlder(version: string, least: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of least.split('.').map(Number).entries()) {
    const part = parts[index] ?? 0
    if (part !== wanted) return part < wanted
  }
  return false
}
