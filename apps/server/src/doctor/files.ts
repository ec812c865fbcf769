import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { lastBackupOf } from '../backup/last-backup.ts'
import { readInstanceKey } from '../data-directory.ts'
import { isServed } from '../existing-data.ts'
import { type Check, ok, problem, warning } from './check.ts'
import { durationInWords } from './words.ts'

const DAY = 24 * 60 * 60 * 1_000
/** Who else than the owner may do anything with a file. */
const OTHERS = 0o077

const mode = (path: string) => statSync(path).mode & 0o777
const octal = (bits: number) => bits.toString(8).padStart(3, '0')

export const dataDirectory: Check = {
  id: 'data-directory',
  title: 'Data directory',
  look({ data: { directory, database } }) {
    try {
      accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
      accessSync(database, constants.R_OK | constants.W_OK)
    } catch {
      return problem(
        `${directory} cannot be written by this user`,
        'Give the user that runs Roster the right to.',
      )
    }
    const open = [database, `${database}-wal`].filter((path) => existsSync(path) && mode(path) & OTHERS)
    const [first] = open
    if (first !== undefined)
      return problem(`${first} is open to others (${octal(mode(first))})`, `Run: chmod 600 ${open.join(' ')}`)
    if (mode(directory) & OTHERS)
      return warning(
        `${directory} is open to others (${octal(mode(directory))})`,
        `Run: chmod 700 ${directory}`,
      )
    return ok(directory)
  },
}

export const instanceKey: Check = {
  id: 'instance-key',
  title: 'Instance key',
  look({ data: { key } }) {
    if (!existsSync(key))
      return problem(
        'it is missing',
        'Put instance.key back out of a backup: without it every link that is out is void.',
      )
    if (mode(key) & OTHERS)
      return problem(`it is open to others (${octal(mode(key))})`, `Run: chmod 600 ${key}`)
    try {
      readInstanceKey(key)
    } catch {
      return problem(
        'it is damaged',
        'Put instance.key back out of a backup: without it every link that is out is void.',
      )
    }
    return ok('readable by its owner only')
  },
}

export const server: Check = {
  id: 'server',
  title: 'Server',
  look: ({ data }) => ok(isServed(data) ? 'running on this data' : 'not running on this data'),
}

export const lastBackup: Check = {
  id: 'last-backup',
  title: 'Last backup',
  look({ data, now }) {
    const mend = 'Run `roster backup <directory>`, best every day, and keep the copy on another machine.'
    const last = lastBackupOf(data)
    if (!last) return warning('none that was made with `roster backup` is known', mend)
    const age = now - Date.parse(last.madeAt)
    const found = `${durationInWords(age)} ago, ${last.path}`
    return age > 7 * DAY ? warning(found, mend) : ok(found)
  },
}
