import { existsSync } from 'node:fs'
import {
  Activity,
  Changes,
  type Deps,
  Downloads,
  idGenerator,
  linkKey,
  lockDataDirectory,
  openDatabase,
} from '@roster/api'
import { DataInUse, inspect } from '@roster/api/operating'
import packageJson from '../../../package.json' with { type: 'json' }
import { NotAsThingsStand } from './as-things-stand.ts'
import type { Configuration } from './configuration.ts'
import { type DataFiles, dataFiles, readInstanceKey } from './data-directory.ts'

/** The files of a data directory that holds a Roster. Throws when there is none. */
export function existingData(path: string): DataFiles {
  const files = dataFiles(path)
  if (!existsSync(files.database)) {
    throw new NotAsThingsStand(
      `There is no Roster in ${files.directory}. Say where it is with --data, or set ROSTER_DATA.`,
    )
  }
  return files
}

/** Takes the lock of a data directory, or answers null where a server has it. */
export function lockUnlessServed({ lock }: DataFiles, patienceMs = 0): (() => void) | null {
  try {
    return lockDataDirectory(lock, patienceMs)
  } catch (reason) {
    if (reason instanceof DataInUse) return null
    throw reason
  }
}

/** Whether a server runs on it at this moment. */
export function isServed(files: DataFiles): boolean {
  if (!existsSync(files.lock)) return false
  const release = lockUnlessServed(files)
  release?.()
  return release === null
}

/** A Roster opened by whoever holds the box. */
export interface OpenedData {
  readonly deps: Deps
  /** Whether a server runs beside. */
  readonly served: boolean
  close(): Promise<void>
}

/**
 * Opens data that is there for reading and writing. Beside a running server this is one more writer of the same
 * file: each transaction of either begins by taking the write lock of SQLite and reads what it builds on within it,
 * so they take turns. Refuses data of another schema, since a server of another release may be running on it.
 */
export function openExisting(path: string, configuration: Configuration): OpenedData {
  const files = existingData(path)
  const release = lockUnlessServed(files, 200)
  try {
    const { schema } = inspect(files.database)
    if (schema.version !== schema.known) {
      throw new NotAsThingsStand(
        `The data has schema ${schema.version}, and this Roster works with ${schema.known}. ${
          schema.version < schema.known
            ? 'Stop the server and run `roster migrate` first.'
            : 'Use the command line of the release that runs on it.'
        }`,
      )
    }
    const database = openDatabase(files.database)
    const clock = () => Date.now()
    const deps: Deps = {
      reader: database.reader,
      writer: database.writer,
      clock,
      newId: idGenerator(clock),
      links: linkKey(readInstanceKey(files.key)),
      changes: new Changes(),
      activity: new Activity(),
      downloads: new Downloads(),
      mailbox: null,
      instance: {
        url: configuration.url ?? `http://localhost:${configuration.port}`,
        signUp: configuration.signUp,
        createOrganizations: configuration.createOrganizations,
        mail: configuration.smtpUrl ? 'smtp' : 'none',
        version: packageJson.version,
      },
    }
    return {
      deps,
      served: release === null,
      async close() {
        await database.close()
        release?.()
      },
    }
  } catch (reason) {
    release?.()
    throw reason
  }
}
