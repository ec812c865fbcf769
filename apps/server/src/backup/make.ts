import { closeSync, copyFileSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { copyDatabase, inspect } from '@roster/api/operating'
import type { Instant } from '@roster/domain'
import packageJson from '../../../../package.json' with { type: 'json' }
import { NotAsThingsStand } from '../as-things-stand.ts'
import { type DataFiles, readInstanceKey } from '../data-directory.ts'
import { noteBackup } from './last-backup.ts'
import { BACKUP_FILES, factsOf, MANIFEST, type Manifest } from './manifest.ts'
import { isArchive, readArchive, writeArchive } from './tape.ts'
import { verifyCopy } from './verify.ts'

/** What a backup does, as far as somebody who waits wants to know. */
export type BackupStep = 'Copying' | 'Verifying' | 'Writing'
export type Told = (step: BackupStep, done: number, of: number) => void

export interface BackupMade {
  readonly path: string
  readonly archive: boolean
  readonly bytes: number
  readonly manifest: Manifest
}

/**
 * Backs up the data of a Roster, running or not, into a new folder or (`.tar`, `.tar.gz`) one archive: the database
 * as it is at one moment, the instance key, and a manifest. It is verified before it bears its name, so that what is
 * there is whole. Refuses to overwrite.
 */
export async function makeBackup(data: DataFiles, to: string, now: Instant, told: Told): Promise<BackupMade> {
  const path = resolve(to)
  refuseTaken(path)
  readInstanceKey(data.key)
  const archive = isArchive(path)
  const staging = `${path}.unfinished-${process.pid}`
  try {
    await mkdir(dirname(path), { recursive: true })
    await mkdir(staging, { mode: 0o700 })
    const manifest = await fill(staging, data, now, told)
    if (archive) await pack(staging, path, told)
    else await rename(staging, path)
    const bytes = BACKUP_FILES.reduce((sum, name) => sum + manifest.files[name].bytes, 0)
    const size = archive ? statSync(path).size : bytes
    await noteBackup(data, path, manifest)
    return { path, archive, bytes: size, manifest }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function refuseTaken(path: string): void {
  if (!existsSync(path)) return
  const empty = statSync(path).isDirectory() && readdirSync(path).length === 0
  if (!empty || isArchive(path)) {
    throw new NotAsThingsStand(`${path} is there already. Nothing is overwritten: say another name.`)
  }
}

async function fill(staging: string, data: DataFiles, now: Instant, told: Told): Promise<Manifest> {
  const database = join(staging, 'roster.db')
  closeSync(openSync(database, 'wx', 0o600))
  await copyDatabase(data.database, database, (pages, of) => told('Copying', pages, of))
  const key = join(staging, 'instance.key')
  copyFileSync(data.key, key)
  await chmod(key, 0o600)
  const chains = await verifyCopy(database, (entries, of) => told('Verifying', entries, of))
  const manifest: Manifest = {
    format: 'roster-backup',
    version: 1,
    roster: packageJson.version,
    schema: inspect(database).schema.version,
    madeAt: new Date(now).toISOString(),
    files: { 'instance.key': await factsOf(key), 'roster.db': await factsOf(database) },
    chains: [...chains],
  }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await writeFile(join(staging, MANIFEST), text, { mode: 0o600, flush: true })
  return manifest
}

/** What was written is read again, before it bears its name. */
async function pack(staging: string, path: string, told: Told): Promise<void> {
  const unfinished = `${staging}.${path.slice(path.lastIndexOf('.') + 1)}`
  const names = [MANIFEST, ...BACKUP_FILES]
  const again = join(staging, 'again')
  try {
    await writeArchive(unfinished, staging, names, (bytes, of) => told('Writing', bytes, of))
    await mkdir(again)
    await readArchive(unfinished, again, names)
    for (const name of names) {
      const [written, read] = [await factsOf(join(staging, name)), await factsOf(join(again, name))]
      if (written.sha256 !== read.sha256) throw new Error(`${name} could not be read from the archive again.`)
    }
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}
