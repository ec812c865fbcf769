import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lockDataDirectory } from '@roster/api'

const KEY_BYTES = 32

export interface DataDirectory {
  readonly database: string
  /** The instance key, from which the secrets of links are derived. Losing it voids every link that is out. */
  readonly key: Uint8Array
  release(): void
}

/**
 * Opens the data directory for this process alone, making it and its key at the first start. Throws when another
 * Roster runs on it, when it cannot be written, or when its key is damaged.
 */
export function openDataDirectory(path: string): DataDirectory {
  const directory = resolve(path)
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (reason) {
    throw new Error(
      `The data directory ${directory} cannot be made. Set ROSTER_DATA to one that can be written.`,
      {
        cause: reason,
      },
    )
  }
  const release = lockDataDirectory(join(directory, 'roster.lock'))
  return {
    database: join(directory, 'roster.db'),
    key: instanceKey(join(directory, 'instance.key')),
    release,
  }
}

function instanceKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  chmodSync(path, 0o600)
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (key.length !== KEY_BYTES)
    throw new Error(`The instance key ${path} is damaged. Restore it from the backup.`)
  return key
}
