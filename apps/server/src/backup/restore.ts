import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { idGenerator, linkKey, openDatabase } from '@roster/api'
import { type Restored, settleRestored } from '@roster/api/operating'
import packageJson from '../../../../package.json' with { type: 'json' }
import { NotAsThingsStand } from '../as-things-stand.ts'
import type { Verified } from '../chain-walk.ts'
import { type DataFiles, dataFiles, givenToOwner, readInstanceKey } from '../data-directory.ts'
import { lockUnlessServed } from '../existing-data.ts'
import { noteBackup } from './last-backup.ts'
import { BACKUP_FILES, MANIFEST, type Manifest, manifestIn } from './manifest.ts'
import { readArchive } from './tape.ts'
import { verifyCopy, verifyFolder } from './verify.ts'

export interface RestoreAsked {
  /** A folder or an archive. */
  readonly backup: string
  readonly data: string
  /** Put what is in the data directory aside, instead of refusing. */
  readonly replace: boolean
  readonly keepSessions: boolean
  readonly keepMail: boolean
}

export interface RestoreDone extends Restored {
  readonly manifest: Manifest
  readonly data: string
  /** Where what was in the data directory is now. */
  readonly putAside: string | null
  readonly migrated: readonly string[]
}

/**
 * Puts a backup into a data directory. Everything is done and verified on a copy within the directory, which then
 * takes its place: until then nothing of what was there is touched. Refuses while a server runs, and where there is
 * data already, unless it may be put aside.
 */
export async function restoreBackup(
  asked: RestoreAsked,
  clock: () => number,
  verified: Verified,
): Promise<RestoreDone> {
  const backup = resolve(asked.backup)
  if (!existsSync(backup)) throw new NotAsThingsStand(`There is no backup at ${backup}.`)
  const data = dataFiles(asked.data)
  mkdirSync(data.directory, { recursive: true, mode: 0o700 })
  const release = lockUnlessServed(data, 200)
  if (!release) {
    throw new NotAsThingsStand('A server runs on this data directory. Stop it, restore, and start it again.')
  }
  const staging = join(data.directory, `restoring-${process.pid}`)
  try {
    if (isInUse(data) && !asked.replace) {
      throw new NotAsThingsStand(
        `There is data in ${data.directory} already. With --replace it is put aside within it, and nothing is lost.`,
      )
    }
    mkdirSync(staging, { mode: 0o700 })
    await fetch(backup, staging)
    const manifest = manifestIn(readFileSync(join(staging, MANIFEST), 'utf8'))
    await verifyFolder(staging, manifest)
    await refuseOtherTrail(staging, manifest, verified)
    const { restored, migrated } = await settle(staging, manifest, asked, clock)
    const putAside = isInUse(data) ? aside(data, clock()) : null
    for (const name of BACKUP_FILES) renameSync(join(staging, name), join(data.directory, name))
    givenToOwner(data, [data.database, data.key, data.lock])
    await noteBackup(data, backup, manifest)
    return { ...restored, manifest, data: data.directory, putAside, migrated }
  } finally {
    rmSync(staging, { recursive: true, force: true })
    release()
  }
}

function isInUse({ database, key }: DataFiles): boolean {
  return (existsSync(database) && statSync(database).size > 0) || existsSync(key)
}

async function fetch(backup: string, staging: string): Promise<void> {
  const names = [MANIFEST, ...BACKUP_FILES]
  if (!statSync(backup).isDirectory()) {
    await readArchive(backup, staging, names)
  } else {
    for (const name of names) {
      const path = join(backup, name)
      if (!existsSync(path)) continue
      copyFileSync(path, join(staging, name))
      await chmod(join(staging, name), 0o600)
    }
  }
  if (!existsSync(join(staging, MANIFEST))) {
    throw new Error(`${backup} is no backup of Roster, or not a complete one: ${MANIFEST} is missing.`)
  }
}

/** The chains of the copy end where the manifest says they do. */
async function refuseOtherTrail(staging: string, { chains }: Manifest, verified: Verified): Promise<void> {
  const heads = await verifyCopy(join(staging, 'roster.db'), verified)
  const found = new Map(heads.map((head) => [head.chain, head]))
  for (const { chain, sequence, hash } of chains) {
    const head = found.get(chain)
    if (head?.sequence !== sequence || head.hash !== hash)
      throw new Error(
        'This backup is damaged: its audit trail does not end where its manifest says. Use another one.',
      )
  }
}

async function settle(
  staging: string,
  { madeAt }: Manifest,
  { keepSessions, keepMail }: RestoreAsked,
  clock: () => number,
): Promise<{ restored: Restored; migrated: readonly string[] }> {
  const database = openDatabase(join(staging, 'roster.db'))
  try {
    const deps = {
      writer: database.writer,
      clock,
      newId: idGenerator(clock),
      links: linkKey(readInstanceKey(join(staging, 'instance.key'))),
      // No link is written out here.
      instance: {
        url: '',
        signUp: 'invited',
        createOrganizations: 'nobody',
        mail: 'none',
        version: packageJson.version,
      },
    } as const
    const asked = { madeAt: Date.parse(madeAt), keepSessions, keepMail }
    return { restored: await settleRestored(deps, asked), migrated: database.migrated }
  } finally {
    await database.close()
  }
}

/** Moves what is there into a folder within: a mounted directory cannot be renamed itself. */
function aside({ directory }: DataFiles, now: number): string {
  const moment = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  const folder = join(directory, `replaced-${moment}`)
  mkdirSync(folder, { mode: 0o700 })
  for (const name of ['roster.db', 'roster.db-wal', 'roster.db-shm', 'instance.key']) {
    const path = join(directory, name)
    if (existsSync(path)) renameSync(path, join(folder, name))
  }
  return folder
}
