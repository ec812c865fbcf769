import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { type DataFiles, givenToOwner } from '../data-directory.ts'
import { Heads, type Manifest } from './manifest.ts'

const LastBackup = z.object({ madeAt: z.iso.datetime(), path: z.string(), chains: Heads })

/** The last backup of a data directory: when, where to, and where each chain of the audit trail ended then. */
export type LastBackup = z.output<typeof LastBackup>

/** Notes a backup in the data directory. That it is not ours to write in spoils no backup. */
export async function noteBackup(data: DataFiles, path: string, { madeAt, chains }: Manifest): Promise<void> {
  const noted = writeFile(data.lastBackup, `${JSON.stringify({ madeAt, path, chains })}\n`, { mode: 0o600 })
  await noted.then(() => givenToOwner(data, [data.lastBackup])).catch(() => undefined)
}

/** What was noted; null where nothing was, or nothing that can be read. */
export function lastBackupOf({ lastBackup }: DataFiles): LastBackup | null {
  if (!existsSync(lastBackup)) return null
  try {
    return LastBackup.parse(JSON.parse(readFileSync(lastBackup, 'utf8')))
  } catch {
    return null
  }
}
