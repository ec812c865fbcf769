import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { lockDataDirectory } from '@roster/api'

const KEY_BYTES = 32

export interface DataDirectory {
  readonly database: string
  /** The instance key, from which the secrets of links are derived. Losing it voids every link that is out. */
  readonly key: Uint8Array
  release(): void
}

/** Where everything is in a data directory. */
export interface DataFiles {
  readonly directory: string
  readonly database: string
  readonly key: string
  readonly lock: string
  /** What the last backup was, for whoever asks whether there is one. */
  readonly lastBackup: string
}

/** The names of the files in a data directory; none of them has to be there. */
export function dataFiles(path: string): DataFiles {
  const directory = resolve(path)
  return {
    directory,
    database: join(directory, 'roster.db'),
    key: join(directory, 'instance.key'),
    lock: join(directory, 'roster.lock'),
    lastBackup: join(directory, 'last-backup.json'),
  }
}

/**
 * Opens the data directory for this process alone, making it and its key at the first start. Throws when another
 * Roster runs on it, when it cannot be written, or when its key is damaged.
 */
export function openDataDirectory(path: string): DataDirectory {
  const { directory, lock, database, key } = dataFiles(path)
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    ownerOnly(lock)
    ownerOnly(database)
  } catch (reason) {
    throw new Error(
      `The data directory ${directory} cannot be made or written. Set ROSTER_DATA to one that can be.`,
      { cause: reason },
    )
  }
  const release = lockDataDirectory(lock)
  try {
    return { database, key: instanceKey(key), release }
  } catch (reason) {
    release()
    throw reason
  }
}

/**
 * Gives files to whoever owns the data directory: what the superuser puts there has to be readable by the user that
 * runs the server. Nobody else may give files away, nor needs to.
 */
export function givenToOwner({ directory }: Pick<DataFiles, 'directory'>, paths: readonly string[]): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(directory)
  for (const path of paths) if (existsSync(path)) chownSync(path, uid, gid)
}

/** The directory may be there already and open to everybody, as a mounted one often is; what is in it is not. */
function ownerOnly(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

function instanceKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  chmodSync(path, 0o600)
  return readInstanceKey(path)
}

/** The key in a file. Throws when it is damaged. */
export function readInstanceKey(path: string): Uint8Array {
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (key.length !== KEY_BYTES)
    throw new Error(`The instance key ${path} is damaged. Restore it from the backup.`)
  return key
}
